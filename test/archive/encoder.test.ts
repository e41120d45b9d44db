import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Encoder, Passage, PassageScores } from '../../src/encoder/encoder.ts';
import type { AskedQuestion, QuestionKind } from '../../src/model/query.ts';
import { articleOf } from '../articles.ts';

/** An encoder that says this of each sentence, and what it was asked. */
function saying(say: (passage: Passage) => PassageScores | undefined): Encoder & {
  readonly asked: [AskedQuestion, readonly Passage[]][];
} {
  const asked: [AskedQuestion, readonly Passage[]][] = [];
  return {
    asked,
    models: [],
    start() {},
    async score(question, passages) {
      asked.push([question, passages]);
      const scores = passages.map(say);
      return scores.every((one) => one !== undefined) ? scores : undefined;
    },
    async close() {},
  };
}

const NEWS = [
  articleOf('Troops entered Homs on Monday. The heir of Homs is Ali. He lives in Hama.', 0, {
    title: 'Homs today',
    origin: { title: 'heading' },
  }),
  articleOf('Die Truppen kamen nach Homs. Homs ist eine Stadt in Syrien.', 1, { language: 'de' }),
];

async function order(
  kind: QuestionKind,
  text: string,
  encoder?: Encoder,
  articles = NEWS,
): Promise<string[]> {
  const archive = await buildArchive(articles, { ...(encoder && { encoder }) });
  const { ranked } = await archive.examine(kind, text, 10);
  return ranked.map(({ quote }) => quote);
}

test('what a cross-encoder says of a sentence brings it forward', async () => {
  const question = 'Who comes next in line to the throne of the old town of Homs?';
  const [plain] = await order('ask', question);
  expect(plain).toBe('The heir of Homs is Ali.');
  const other = saying(({ sentence }) => ({ logit: sentence.includes('Troops') ? 11 : -11 }));
  expect((await order('ask', question, other))[0]).toBe('Troops entered Homs on Monday.');
});

test('it reads the question, and each sentence with its title and what it leans on', async () => {
  const encoder = saying(() => ({ logit: 0 }));
  await order('ask', 'I read of Homs. Where does Ali live?', encoder);
  const [[question, passages]] = encoder.asked as [[AskedQuestion, readonly Passage[]]];
  expect(question).toEqual({ text: 'Where does Ali live? I read of Homs.', language: 'en' });
  expect(passages).toContainEqual({
    title: 'Homs today',
    sentence: 'He lives in Hama.',
    before: 'The heir of Homs is Ali.',
  });
  expect(passages).toContainEqual({
    title: '',
    sentence: 'Die Truppen kamen nach Homs.',
    language: 'de',
  });
});

test('a command is read as the question that it opens', async () => {
  const encoder = saying(() => ({ logit: 0 }));
  await order('when', 'troops entered Homs', encoder, NEWS.slice(0, 1));
  expect(encoder.asked[0]![0].text).toBe('when troops entered Homs');
  await order('when', 'Where did troops go in Homs?', encoder);
  expect(encoder.asked[1]![0].text).toBe('Where did troops go in Homs?');
});

test('names alone ask nothing that a sentence could mean', async () => {
  const encoder = saying(() => ({ logit: 0 }));
  await order('who', 'Ali', encoder);
  expect(encoder.asked).toEqual([]);
});

test('a sentence that no model is made for stays where it is', async () => {
  const english = saying(({ language }) => (language === 'de' ? {} : { logit: 5 }));
  const question = 'When did troops enter Homs?';
  expect(await order('ask', question, english)).toEqual(await order('ask', question));
});

test('an encoder that is busy or broken leaves the order and the answer as they are without it', async () => {
  const question = 'When did troops enter Homs?';
  const asked = async (encoder?: Encoder) => {
    const { took_ms, ...answer } = await (await buildArchive(NEWS, { ...(encoder && { encoder }) })).ask(
      'ask',
      question,
      { explain: true },
    );
    return answer;
  };
  expect(await asked(saying(() => undefined))).toEqual(await asked());
});

test('the confidence hears what the cross-encoder says', async () => {
  const confidence = async (logit: number) => {
    const encoder = saying(() => ({ logit }));
    const archive = await buildArchive(NEWS, { encoder });
    return (await archive.ask('ask', 'Who was the enemy of the prince of Homs?')).confidence;
  };
  expect(await confidence(8)).toBeGreaterThan(await confidence(-8));
});

test('an explained answer says what the confidence were without it', async () => {
  const question = 'Who was the enemy of the prince of Homs?';
  const archive = await buildArchive(NEWS, { encoder: saying(() => ({ logit: -8 })) });
  const plain = await (await buildArchive(NEWS)).ask('ask', question, { explain: true });
  const explained = await archive.ask('ask', question, { explain: true });
  expect(explained.confidence_by_words).toBeCloseTo(plain.confidence);
  expect(explained.confidence).toBeLessThan(plain.confidence);
  expect(await archive.ask('ask', question)).not.toHaveProperty('confidence_by_words');
  expect(plain).not.toHaveProperty('confidence_by_words');
});
