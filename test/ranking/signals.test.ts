import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { MEANING_SIGNALS } from '../../src/ranking/meaning.ts';
import { SIGNALS } from '../../src/ranking/signals.ts';
import { WEIGHTS } from '../../src/ranking/weights.ts';
import { articleOf } from '../articles.ts';
import { weighed } from './weighed.ts';

/**
 * The signal's value is as given for the sentences marked with it, which are one article unless a `|` parts them:
 * `{ 'Rain fell.': 1 }`.
 */
async function check(
  signal: string,
  question: string,
  values: Readonly<Record<string, number>>,
  kind: QuestionKind = 'ask',
  texts: readonly string[] = [Object.keys(values).join(' ')],
) {
  const ranking = await weighed(question, texts, kind);
  for (const [sentence, value] of Object.entries(values)) {
    expect({ [sentence]: ranking.signal(signal, sentence) }).toEqual({ [sentence]: expect.closeTo(value) });
  }
}

test('every weight is a signal’s, and every signal has one', () => {
  const names = [...SIGNALS.map(({ name }) => name), ...MEANING_SIGNALS];
  expect(Object.keys(WEIGHTS).sort()).toEqual(names.sort());
});

test('no two signals share a name', () => {
  expect(new Set(SIGNALS.map(({ name }) => name)).size).toBe(SIGNALS.length);
});

test('every signal lies between 0 and 1, whatever is asked', async () => {
  const texts = [
    'Troops entered Idlib on Monday because rain fell. He left. 12 died in Homs, a city.',
    'SANA, the news agency, said so. The U.S. Senate met.\n\nNobody came to Idlib.',
  ];
  for (const question of [
    'Idlib',
    'When did troops enter Idlib?',
    'How many died in Homs?',
    'zyx Idlib',
    'SANA',
  ]) {
    for (const kind of ['who', 'where', 'when', 'why', 'how-many', 'what', 'ask'] as const) {
      for (const { signals } of (await weighed(question, texts, kind)).ranked) {
        for (const [name, value] of Object.entries(signals)) {
          expect({ [name]: value >= 0 && value <= 1.001 }).toEqual({ [name]: true });
        }
      }
    }
  }
});

test('bm25 of the paragraph is relative to the best', async () => {
  const ranking = await weighed('rain Homs', ['Rain fell on Homs. Rain stopped.', 'Rain came.']);
  expect(ranking.signal('bm25-of-paragraph', 'Rain fell')).toBe(1);
  expect(ranking.signal('bm25-of-paragraph', 'Rain stopped')).toBe(1);
  expect(ranking.signal('bm25-of-paragraph', 'Rain came')).toBeLessThan(1);
});

test('coverage with the sentence before', async () => {
  const texts = ['They took Homs. The rain stopped. They left.', 'The rain came. They took Homs.'];
  const ranking = await weighed('rain Homs', texts);
  expect(ranking.signal('coverage-with-before', 'The rain stopped')).toBeCloseTo(1);
  expect(ranking.signal('coverage-with-before', 'The rain came')).toBeLessThan(1);
});

test('coverage with both neighbours', async () => {
  const texts = ['They took Homs. The rain stopped. Snow fell.', 'The rain came. They took Homs. Snow lay.'];
  const ranking = await weighed('rain Homs snow', texts);
  expect(ranking.signal('coverage-around', 'The rain stopped')).toBeCloseTo(1);
  expect(ranking.signal('coverage-around', 'The rain came')).toBeLessThan(1);
});

test('coverage of the paragraph and the title', async () => {
  const titled = articleOf('It rained. Snow fell.\n\nRain stopped.', 0, {
    title: 'Homs',
    origin: { title: 'field' },
  });
  const ranking = await weighed('rain snow Homs', [titled]);
  expect(ranking.signal('coverage-of-paragraph', 'It rained')).toBeCloseTo(1);
  expect(ranking.signal('coverage-of-paragraph', 'Rain stopped')).toBeLessThan(1);
});

test('opening words are no title', async () => {
  const untitled = articleOf('It rained.', 0, { title: 'Homs', origin: { title: 'opening words' } });
  expect((await weighed('rain Homs', [untitled])).signal('coverage-of-paragraph', 'It rained')).toBeLessThan(
    1,
  );
});

test('rarest missing: the rarest word is not even in the paragraph', async () => {
  await check(
    'rarest-missing',
    'rain in Homs',
    { 'Rain fell.': 1, 'Rain came.': 1, 'Rain fell on Homs.': 0 },
    'ask',
    ['Rain fell.', 'Rain came.', 'Rain fell on Homs.'],
  );
});

test('names in the paragraph', async () => {
  const ranking = await weighed('rain in Homs or Hama', [
    'Rain stopped. They left Homs and Hama.',
    'Rain began.',
  ]);
  expect(ranking.signal('names-in-paragraph', 'Rain stopped')).toBe(1);
  expect(ranking.signal('names-in-paragraph', 'Rain began')).toBe(0);
});

test('proximity: the words of the question stand close together', async () => {
  const ranking = await weighed('battle Aleppo', [
    'The battle of Aleppo began. In Aleppo they spoke long of the old battle.',
  ]);
  expect(ranking.signal('proximity', 'The battle')).toBeCloseTo(2 / 3);
  expect(ranking.signal('proximity', 'In Aleppo')).toBeCloseTo(2 / 8);
});

test('contradicts: other years than the one that is asked about', async () => {
  await check('contradicts', 'Which troops entered in 1990?', {
    'Troops entered in 1985.': 1,
    'Troops entered in 1990, not in 1985.': 0,
    'Troops entered with 300 tanks.': 0,
  });
  await check('contradicts', 'Which troops entered in 2016?', {
    'Troops entered in 2014.': 1,
    'Troops entered in 2016.': 0,
  });
  await check('contradicts', 'Which troops entered?', { 'Troops entered in 1985.': 0 });
});

test('rarity: what few candidates hold tells more than what all do', async () => {
  const texts = ['Rain fell on Homs. Rain fell on hills. Rain came. Snow hid the hills.'];
  const ranking = await weighed('rain snow', texts);
  expect(ranking.signal('rarity', 'Snow hid')).toBeGreaterThan(ranking.signal('rarity', 'Rain came'));
});

test('exact: a word as it was typed, not another form of it', async () => {
  await check('exact', 'attacks', { 'The attacks began.': 1, 'They attacked.': 0 });
});

test('answer near: what has the form of an answer stands beside a word of the question', async () => {
  const near = 'Troops entered on Monday.';
  const far = 'Troops, said a man who had fled, were there on Monday.';
  const ranking = await weighed('When did troops enter?', [`${near} ${far} Troops entered.`]);
  expect(ranking.signal('answer-near', near)).toBeGreaterThan(ranking.signal('answer-near', far));
  expect(ranking.signal('answer-near', 'Troops entered.')).toBe(0);
});

test('asks: a sentence that asks', async () => {
  await check('asks', 'rain', { 'Rain fell.': 0, 'Why did rain fall?': 1 });
});

test('answer present: something of the expected form', async () => {
  await check('answer-present', 'When did troops enter?', {
    'Troops entered on Monday.': 0.5,
    'Troops entered slowly.': 0,
  });
  await check('answer-present', 'How long did the troops stay?', {
    'Troops stayed for three days.': 1,
    'Troops stayed in the town.': 0,
  });
  await check('answer-present', 'How many troops entered?', {
    'Some 300 troops entered.': 0.5,
    'On 5 May the troops entered.': 0,
  });
});

test('answer named: a name that could be the answer, more where it is known to be one', async () => {
  const who = await weighed('Who met the troops?', ['The troops met Bashar Assad. The troops met a man.']);
  expect(who.signal('answer-named', 'The troops met Bashar')).toBeGreaterThanOrEqual(0.5);
  expect(who.signal('answer-named', 'The troops met a man')).toBe(0);
  const where = await weighed('Where did troops go?', [
    'The troops went to Homs. The troops met General Ali.',
  ]);
  expect(where.signal('answer-named', 'The troops went')).toBeGreaterThanOrEqual(0.5);
  expect(where.signal('answer-named', 'The troops met')).toBe(0);
});

test('answer named: what was asked is no answer', async () => {
  await check('answer-named', 'Who is Bashar Assad?', { 'They met Bashar Assad.': 0 });
});

test('article share: how much of the best is there', async () => {
  await check('article-share', 'rain', { 'Rain fell.': 0.75, 'Rain began.': 0.25 }, 'ask', [
    'Rain fell. Rain came. Rain stopped.',
    'Rain began.',
  ]);
});

test('wording: the words as they were typed, function words too', async () => {
  await check('wording', 'Did the attacks stop?', {
    'The attacks did stop.': 1,
    'The troops attacked.': 0.25,
  });
});

test('wording of forms: words in any form', async () => {
  await check('wording-of-forms', 'Did the attacks stop?', {
    'The attacks did stop.': 1,
    'The troops attacked.': 0.5,
  });
});

test('wording of keywords: the words that are searched for alone', async () => {
  await check('wording', 'Who is Assad?', { 'Assad is ill.': 1, 'Assad spoke.': 1 });
});

test('a name that is asked for alone counts in each of its spellings, most as it was typed', async () => {
  await check('exact', 'Shayrat', { 'Shayrat burned.': 1, 'Shairat burned.': 0.8 }, 'where');
  await check('wording', 'Shayrat', { 'Shayrat burned.': 1, 'Shairat burned.': 1 }, 'where');
});

test('how many, of a name alone: the dead', async () => {
  await check(
    'counted',
    'Ghouta',
    { 'In Ghouta 12 people died.': 1, 'In Ghouta 12 shops burned.': 0 },
    'how-many',
  );
});

test('what somebody said: a verb of saying near them', async () => {
  await check('answer-present', 'What did Assad say about the attack?', {
    'Assad said that the attack was made up.': 0.5,
    'He said that the attack was made up.': 0.5,
    'Britain would raise the attack by forces loyal to Syrian President Bashar Assad in New York, Reuters said.': 0,
  });
});

test('a description is of the name, not of what stands beside it in the question', async () => {
  await check('definition', 'madaya starving', {
    'Madaya is a town near Damascus.': 0,
    'Starving is a war crime.': 0,
  });
});

test('a nearby city lies near what was named before', async () => {
  const { order } = await weighed(
    'Homs',
    ['They fled to the nearby city of Homs.', 'The central city of Homs burned.'],
    'where',
  );
  expect(order[0]).toBe('The central city of Homs burned.');
});

test('word pairs: in the same order', async () => {
  await check('word-pairs', 'Who took the town of Dana?', {
    'They took the town of Dana.': 1,
    'The town fell.': 0.25,
  });
});

test('counted: the number stands before what is asked to be counted', async () => {
  await check('counted', 'How many soldiers fell?', {
    '12 soldiers fell.': 1,
    'The soldiers fell on day 12.': 0,
  });
});

/** The first of these sentences, each an article, when the name alone is asked for. */
async function first(kind: QuestionKind, name: string, ...texts: readonly string[]) {
  expect((await weighed(name, texts, kind)).order[0]).toBe(texts[0]);
}

test('definition: a bare name is answered by what says who or what it is', async () => {
  const others = ['SANA, SANA and SANA again.', 'The SANA spokesman left Varby.', 'Fighters of SANA left.'];
  await first('who', 'SANA', 'Rain fell, the state news agency SANA said.', ...others);
  await first('who', 'SANA', 'SANA, the state news agency, said so.', ...others);
  await first('what', 'SANA', 'SANA is an agency in Varby.', ...others);
  const men = ['Mr Brenk met Brenk supporters.', 'The father of President Orla Brenk was born in Varby.'];
  await first('who', 'Brenk', 'Rain fell, Norlandic President Orla Brenk said.', ...men);
  await first('who', 'Orla Brenk', 'Orla Brenk, who heads the union, left.', ...men);
  await first('who', 'Orla Brenk', 'Snow fell, said the head of the Varby Union, Orla Brenk.', ...men);
  await first(
    'what',
    'sledges',
    'Sledges are crude vehicles made of wood.',
    'Sledges were dropped on sledges.',
  );
});

test('definition: what most articles say comes first', async () => {
  const said = ['President Brenk left.', 'President Brenk stayed.', 'President Brenk slept.'];
  expect((await weighed('Brenk', ['The coward Brenk left.', ...said], 'who')).order[0]).not.toContain(
    'coward',
  );
});

test('definition: no other question is asked of names', async () => {
  await check('definition', 'What did SANA say?', { 'SANA is an agency.': 0 });
  await check('definition', 'SANA', { 'SANA is an agency.': 0 }, 'when');
});

test('placed: a bare name is answered by what says where it is', async () => {
  const others = ['They took Homs and Homs again.', 'They love Homs.', 'Homs University is in Varby.'];
  await first('where', 'Homs', 'Rain fell on the central city of Homs on Monday.', ...others);
  await first('where', 'Homs', 'Rain fell on Homs, a city in the south, on Monday.', ...others);
  await first('where', 'Homs', 'Homs lies near the northern border.', ...others);
  await first('where', 'Homs', 'Rain fell on the town of Homs in Norland province.', ...others);
});
