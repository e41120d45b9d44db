import { expect, test } from 'vitest';
import { answerOf, type Show, type Sources, selectionOf } from '../../src/answer/answer.ts';
import { candidatesOf } from '../../src/answer/candidates.ts';
import { copiesOf, elsewhereIn } from '../../src/answer/copies.ts';
import type { RankedResult } from '../../src/answer/ranked-result.ts';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import { GatheredDocuments } from '../../src/index/gathered-documents.ts';
import { nameTypesOf } from '../../src/index/lexicon/name-types.ts';
import type { Answer, Hit, Ranked } from '../../src/model/answer.ts';
import { analysesOf } from '../../src/ranking/analysis.ts';
import { confidenceOf, THRESHOLD, UNSURE } from '../../src/ranking/confidence.ts';
import { archiveOf, articleOf, documentsOf, gatheredFrom, lexiconOf } from '../articles.ts';
import { foundIn, scored } from './found.ts';

/** So many words that are all different, from some place of an endless list on. */
const words = (count: number, from = 0) => Array.from({ length: count }, (_, i) => wordAt(from + i));

const wordAt = (place: number) =>
  `w${Array.from(String(place), (digit) => 'bcdfghjkmn'[Number(digit)]).join('')}q`;

const RAIN =
  'Rain fell in the valley of the mill. Rain fell on the bridge of stone. Rain fell near a church.';

const answered = (result: RankedResult, sources: Sources, show: Show): Omit<Answer, 'took_ms'> =>
  answerOf(result, selectionOf(result, sources, show), sources, show);

test('a further sentence is shown where it has .08 of the chance of the first', async () => {
  const { result, sources } = await foundIn('Where did the rain fall?', RAIN);
  const shown = (share: number) =>
    answered(scored(result, 10, 10 + Math.log(share)), sources, { limit: 9 }).citations.length;
  expect([shown(0.081), shown(0.079)]).toEqual([2, 1]);
});

test('an answer is found from one threshold of confidence on, unsure from a lower one, and none below', async () => {
  const { result, sources } = await foundIn('Where did the rain fall?', RAIN);
  const found = (score: number) => scored(result, score, score - 1);
  const confidence = (score: number) => confidenceOf({ ...sources, ...found(score) });
  /** The score that gives this confidence. */
  const scoreOf = (wanted: number) => {
    let [low, high] = [-100, 100];
    for (let halving = 0; halving < 60; halving++) {
      const middle = (low + high) / 2;
      if (confidence(middle) < wanted) low = middle;
      else high = middle;
    }
    return high;
  };
  const status = (wanted: number) => answered(found(scoreOf(wanted)), sources, { limit: 3 }).status;
  const around = (threshold: number) => [status(threshold + 0.001), status(threshold - 0.001)];
  expect(around(THRESHOLD)).toEqual(['found', 'unsure']);
  expect(around(UNSURE)).toEqual(['unsure', 'not-found']);
});

/** An archive of so many sentences that say another thing each. */
const crowded = (opening: string, sentences: number) =>
  archiveOf(
    Array.from({ length: sentences }, (_, i) => `${opening} ${words(9, 9 * i).join(' ')}.`).join(' '),
  );

test('an unsure answer shows three sentences, however much better the first is', async () => {
  const { result, sources } = await foundIn('Where did the rain fall?', RAIN);
  const scores = (first: number) => [first, first - 20, first - 30];
  const first = [...Array(200).keys()]
    .map((tenth) => 10 - tenth / 5)
    .find((score) => {
      const confidence = confidenceOf({ ...sources, ...scored(result, ...scores(score)) });
      return confidence >= UNSURE && confidence < THRESHOLD;
    })!;
  const { status, citations, found } = answered(scored(result, ...scores(first)), sources, { limit: 9 });
  expect({ status, found }).toEqual({ status: 'unsure', found: 3 });
  expect(citations.map(({ score }) => score)).toEqual(scores(first));
});

test('60 sentences are ranked for a question, and 240 for a name alone', async () => {
  const examined = async (opening: string, question: string) =>
    (await (await crowded(opening, 250)).examine('ask', question, 1_000)).ranked.length;
  expect(await examined('The troops of Tarmila left', 'When did the troops of Tarmila leave?')).toBe(60);
  expect(await examined('They left Tarmila', 'Tarmila')).toBe(240);
});

test('three citations are shown where no limit is said', async () => {
  expect((await (await crowded('They left Tarmila', 9)).ask('where', 'Tarmila')).citations).toHaveLength(3);
});

/** How many citations sentences make. */
const cited = async (...texts: string[]) =>
  (await (await archiveOf(...texts)).ask('where', 'Tarmila', { limit: 9 })).citations.length;

test('a sentence of four words can be the copy of another, one of three can not', async () => {
  expect(await cited('Tired troops left Tarmila.', 'Tired troops left Tarmila.')).toBe(1);
  expect(await cited('Troops left Tarmila.', 'Troops left Tarmila.')).toBe(2);
});

test('sentences are copies where they share .8 of their words', async () => {
  const sentence = (shared: number, own: number, from: number) =>
    `Tarmila ${[...words(shared - 1), ...words(own, from)].join(' ')}.`;
  expect(await cited(sentence(8, 1, 100), sentence(8, 1, 200))).toBe(1);
  expect(await cited(sentence(15, 2, 100), sentence(15, 2, 200))).toBe(2);
});

/** Two articles of many sentences, of which one of the second is edited from the first of the first. */
async function reprinted(places: number) {
  const edited = (word: string) =>
    `The tired troops of the old town of Tarmila left by night through the ${word} gate.`;
  const others = words(400);
  const rest = Array.from({ length: places }, (_, i) => `Then ${others[2 * i]} ${others[2 * i + 1]} came.`);
  const articles = [edited('northern'), [...rest, edited('southern')].join(' ')];
  const documents = documentsOf(...articles);
  const gathered = gatheredFrom(documents, () => [1]);
  const analyses = analysesOf(gathered, nameTypesOf(await lexiconOf(...articles)).typeOf);
  return { documents, gathered, analyses };
}

test('an edited sentence is looked for among 50 before and after its place in a reprint', async () => {
  const found = async (places: number) => {
    const { documents, gathered, analyses } = await reprinted(places);
    const elsewhere = elsewhereIn(gathered, analyses, () => true);
    return elsewhere(documents[0]!.sentences[0]!).length;
  };
  expect([await found(50), await found(51)]).toEqual([1, 0]);
});

test('reprints are looked up of the first ten copies of a sentence', async () => {
  const { documents, gathered } = await reprinted(20);
  const [first, ...copies] = documents[1]!.sentences;
  let lookedUp = 0;
  const elsewhere = () => {
    lookedUp += 1;
    return [];
  };
  copiesOf({ first: { sentence: first!, score: 1 } as Ranked, copies }, elsewhere, gathered);
  expect(lookedUp).toBe(10);
});

/** How many hits are asked for, search after search, for five that differ, where all of them are reprints of a few. */
async function hitsAskedFor(different: number): Promise<number[]> {
  const texts = Array.from(
    { length: 1_100 },
    (_, i) => `Troops left Tarmila ${words(different)[i % different]}.`,
  );
  const documents = numberedDocuments(texts.map((text, i) => articleOf(text, 0, { id: String(i) })));
  const hits: Hit[] = texts.map((_, sentence) => {
    return { sentence, document: sentence, score: 1, levels: { sentence: 1, paragraph: 0, article: 0 } };
  });
  const all = texts.map((_, number) => ({ number, likeness: 'same' as const }));
  const index = {
    documents: async (numbers: readonly number[]) => numbers.map((number) => documents[number]!),
    duplicates: async (numbers: readonly number[]) => new Map(numbers.map((number) => [number, all])),
  };
  const limits: number[] = [];
  const search = async (limit: number) => {
    limits.push(limit);
    return hits.slice(0, limit);
  };
  await candidatesOf(search, 5, new GatheredDocuments(index));
  return limits;
}

test('20 hits more than are wanted are looked at; then one and a half times as many as will do; 1,000 at most', async () => {
  expect(await hitsAskedFor(5)).toEqual([25]);
  // One of 25 is new: 25 × 5 / 1, and half as many again.
  expect(await hitsAskedFor(1)).toEqual([25, 188, 1_000]);
  expect(await hitsAskedFor(4)).toEqual([25, 47, 89, 167, 314, 589, 1_000]);
});
