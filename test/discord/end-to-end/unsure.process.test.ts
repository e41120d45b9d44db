import { afterEach, describe, expect, test } from 'vitest';
import { archiveBy } from '../../../src/archive/archive.ts';
import type { Answer } from '../../../src/model/answer.ts';
import type { Reply } from '../loopback/reply.ts';
import { around, labelsOf, quotationsOf, readingOf } from './reading.ts';
import { expectGoodMannersOfAll, isDeferral, river, slowArchive, startSlowBot } from './slow-bot.ts';

afterEach(expectGoodMannersOfAll);

const TARMILA = { name: 'Tarmila' };
const MARK = 'The archive may not answer this. Nearest:';

/** The river's archive, with something else about each answer that it gives. */
function answering(change: Partial<Answer>) {
  const archive = archiveBy(async (method, values) => {
    const answer = await (river[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
    return method === 'ask' ? { ...(answer as Answer), ...change } : answer;
  });
  const slow = slowArchive(archive);
  slow.go();
  return slow;
}

const unsure = () => answering({ status: 'unsure', confidence: 0.1 });
const nothing = (change: Partial<Answer>) =>
  answering({ status: 'not-found', citations: [], found: 0, confidence: 0, ...change });

/** What the asker sees of an answer, wherever it went. */
const seen = (reply: Reply) => (reply.deleted ? reply.followUps[0]! : reply);

describe('an unsure answer', () => {
  test.each([
    ['en-US', MARK],
    ['de', 'Darauf hat das Archiv vielleicht keine Antwort. Am nächsten kommt:'],
    ['fr', 'Les archives ne répondent peut-être pas à cette question. Le plus proche\u00a0:'],
    ['es-ES', 'Puede que el archivo no responda a esto. Lo más cercano:'],
    ['pt-BR', 'Talvez o acervo não responda a isso. O mais próximo:'],
    ['ru', 'Возможно, в архиве нет ответа на это. Ближе всего:'],
    ['tr', 'Arşivde bunun yanıtı olmayabilir. En yakın cümleler:'],
    ['uk', 'Можливо, в архіві немає відповіді на це. Найближче:'],
  ])('is marked in %s, shows three sentences, and only the asker sees it', async (locale, mark) => {
    const { discord, answered } = await startSlowBot(unsure());
    const asked = discord.user({ locale }).slash('where', TARMILA);
    await answered();
    const reply = seen(await asked);
    expect(reply.ephemeral).toBe(true);
    expect(readingOf(reply).split('\n')).toContain(mark);
    expect(quotationsOf(reply)).toHaveLength(3);
  });

  test('takes back a reply that was deferred for all', async () => {
    const { discord, slow, deferred, answered } = await startSlowBot({
      ...slowArchive(unsure().archive),
    });
    const asked = discord.user().slash('where', TARMILA);
    await deferred();
    slow.go();
    await answered();
    const reply = await asked;
    expect(reply.deleted).toBe(true);
    expect(discord.requests.slice(-3).map(({ route }) => route)).toEqual(['callback', 'delete', 'follow-up']);
    expect(reply.followUps.map(({ ephemeral }) => ephemeral)).toEqual([true]);
    expect(readingOf(reply.followUps[0]!)).toContain(MARK);
  });

  test('has its context and its further pages, marked as well', async () => {
    const { discord, answered } = await startSlowBot(unsure());
    const user = discord.user();
    const asked = user.slash('where', TARMILA);
    await answered();
    const reply = seen(await asked);
    expect(labelsOf(reply)).toEqual(['More']);
    const [first = ''] = quotationsOf(reply);
    expect(readingOf(await user.select(reply, around(reply, 1)))).toContain(first);
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('4–6 / 9');
    expect(readingOf(reply)).toContain(MARK);
    expect(reply.ephemeral).toBe(true);
  });

  test('names what no article mentions, and what is near as buttons', async () => {
    const names = [{ typed: 'Tarmilla Osk', match: 'none' as const, readAs: [] }];
    const { discord, answered } = await startSlowBot(
      answering({
        status: 'unsure',
        reason: 'not-mentioned',
        question: { kind: 'where', text: 'Tarmila', names, isKeywordQuery: true },
        nearest: [{ name: 'Tarmila', sentences: 9 }],
      }),
    );
    const asked = discord.user().slash('where', TARMILA);
    await answered();
    const reply = seen(await asked);
    expect(readingOf(reply)).toContain(`No article mentions “Tarmilla Osk”.\n${MARK}`);
    expect(labelsOf(reply)).toContain('Tarmila — 9 sentences');
  });

  test('never comes in the place of a message that all see', async () => {
    const { discord, answered } = await startSlowBot(unsure());
    const user = discord.user();
    // What was not found was shown to all once.
    const label = 'Tarmila — 9 sentences';
    const button = { type: 2, style: 2, label, custom_id: 'name|where|Tarmila' };
    const body = { content: '### Tarmila', components: [{ type: 1, components: [button] }] };
    const reply = await user.remembers('where', TARMILA, body);
    const text = readingOf(reply);
    const pressed = user.press(reply, label);
    await answered();
    const own = await pressed;
    expect([own.ephemeral, readingOf(own).includes(MARK)]).toEqual([true, true]);
    expect([reply.deleted, readingOf(reply)]).toEqual([false, text]);
  });
});

describe('what asks nothing is answered to the asker alone:', () => {
  const told = async (change: Partial<Answer>, locale = 'en-US') => {
    const { discord, answered, answerFrom } = await startSlowBot(nothing(change));
    const user = discord.user({ locale });
    const asked = user.slash('ask', { question: 'hi' });
    await answered();
    const reply = seen(await asked);
    expect(reply.ephemeral).toBe(true);
    return { reply, user, answerFrom };
  };

  const GREETING = { status: 'not-found', reason: 'greeting', citations: [], found: 0 } as const;

  test('a greeting gets one, and questions that the archive answers', async () => {
    const archive = archiveBy(async (method, values) => {
      const answer = await (river[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
      return method === 'ask' && values[1] === 'hi' ? { ...(answer as Answer), ...GREETING } : answer;
    });
    const slow = slowArchive(archive);
    slow.go();
    const { discord, answered } = await startSlowBot(slow);
    const user = discord.user();
    const asked = user.slash('ask', { question: 'hi' });
    await answered();
    const reply = seen(await asked);
    expect(reply.ephemeral).toBe(true);
    expect(readingOf(reply)).toContain('Hello!\nAsk me about a name');
    expect(labelsOf(reply)).toEqual(['/where Vellin', '/who Oskel', '/what Tarmila']);
    await user.press(reply, '/what Tarmila');
    expect(quotationsOf(reply)).toHaveLength(3);
    expect(reply.ephemeral).toBe(true);
  });

  test('a cry for help gets what /help says', async () => {
    const text = readingOf((await told({ reason: 'help' })).reply);
    for (const command of ['who', 'articles', 'archive status'])
      expect(text).toMatch(new RegExp(`</${command}:\\d+> — `));
  });

  test.each([
    ['en-US', 'I don’t remember the question before: ask it whole.'],
    ['de', 'An die Frage davor erinnere ich mich nicht: Stell sie als ganze Frage.'],
    ['uk', 'Я не пам’ятаю попереднього запитання: поставте запитання повністю.'],
  ])('what only follows on a question is told so, in %s', async (locale, says) => {
    expect(readingOf((await told({ reason: 'follow-up' }, locale)).reply)).toBe(says);
  });
});

test('answers that are sure are for all, as ever', async () => {
  const { discord, answered } = await startSlowBot(answering({}));
  const asked = discord.user().slash('where', TARMILA);
  await answered();
  const reply = await asked;
  expect([reply.ephemeral, reply.deleted]).toEqual([false, false]);
  expect(discord.requests.filter(({ body }) => isDeferral(body)).length).toBeLessThanOrEqual(1);
});

test.each([
  ['en-US', 'No sentence contains all of these words: ', '1 sentence', '2 sentences'],
  ['de', 'Diese Wörter stehen nie zusammen in einem Satz: ', '1 Satz', '2 Sätze'],
  ['fr', 'Ces mots ne figurent jamais ensemble dans une phrase\u00a0: ', '1 phrase', '2 phrases'],
  ['es-ES', 'Estas palabras nunca aparecen juntas en una misma frase: ', '1 frase', '2 frases'],
  ['pt-BR', 'Estas palavras nunca aparecem juntas em uma frase: ', '1 frase', '2 frases'],
  ['ru', 'Эти слова ни разу не стоят вместе в одном предложении: ', '1 предложение', '2 предложения'],
  ['tr', 'Bu kelimeler hiçbir cümlede bir arada geçmiyor: ', '1 cümle', '2 cümle'],
  ['uk', 'Ці слова жодного разу не стоять разом в одному реченні: ', '1 речення', '2 речення'],
])('in %s words that never stand together have their sentences counted', async (locale, says, one, two) => {
  const words = [
    { word: 'shops', sentences: 1 },
    { word: 'ceasefire', sentences: 2 },
  ];
  const { discord } = await startSlowBot(
    nothing({ reason: 'not-together', occurrences: { words, together: 0 } }),
  );
  const question = 'Why did shops sell lagrangians to the ceasefire?';
  const text = readingOf(await discord.user({ locale }).slash('ask', { question }));
  expect(text).toContain(`${says}“shops” (${one}), “ceasefire” (${two})`);
});
