import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Engine } from '../../../src/index/engines/engine.ts';
import { openMiniSearch } from '../../../src/index/engines/minisearch.ts';
import { openSegments } from '../../../src/index/engines/segments/segments.ts';
import type { Hit } from '../../../src/model/answer.ts';
import type { Document } from '../../../src/model/article.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { articleOf, documentsOf } from '../../articles.ts';
import { bruteForce } from './brute-force.ts';
import { ListedSegments } from './listed-segments.ts';
import { type Accepts, sourceOf } from './source.ts';

/** Words that are close to one another, begin alike, or neither; some often, some seldom. */
const WORDS =
  'homs homsi homes latakia latakiya ladakia maarrat maarratan maar rain rained rainy troops troop town حلب حلبي 7 1986'.split(
    ' ',
  );
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('rain', 'troops', 'town') },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 9 })
  .map((words) => `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`);
const text = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 0, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));
const article = fc.record({ text, title: fc.array(word, { maxLength: 3 }), titled: fc.boolean() });
const documents = fc.array(article, { minLength: 1, maxLength: 9 }).map((articles) =>
  numberedDocuments(
    articles.map(({ text, title, titled }, place) =>
      articleOf(text, place, {
        title: title.join(' '),
        origin: { title: titled ? 'field' : 'opening words' },
      }),
    ),
  ),
);
const question = fc.array(
  fc.oneof(word, fc.constantFrom('latakja', 'maarrt', 'hom', 'maa', 'tro', 'xyz', 'rainfall')),
  { minLength: 1, maxLength: 5 },
);

function check(found: readonly Hit[], expected: readonly Hit[]): void {
  expect(found.map(({ score }) => score.toFixed(9))).toEqual(expected.map(({ score }) => score.toFixed(9)));
  const byNumber = new Map(expected.map((hit) => [hit.sentence, hit]));
  for (const { sentence, score, levels } of found) {
    // Equal scores at the end of the list: another oracle may hold the other one.
    const other = byNumber.get(sentence);
    if (!other) expect(score).toBeCloseTo(expected.at(-1)!.score);
    else
      for (const level of ['sentence', 'paragraph', 'article'] as const)
        expect(levels[level]).toBeCloseTo(other.levels[level], 9);
  }
}

async function search(engine: Engine, terms: readonly string[], limit: number, filtered = false) {
  const [hits] = await engine.search([{ terms, limit, ...(filtered && { filter: {} }) }]);
  return hits!;
}

/** Every engine of the same documents; a filter passes what `accepts` says. */
function engines(documents: readonly Document[], each: number, accepts: (document: number) => boolean) {
  const filter: Accepts = (asked) => asked && accepts;
  const source = sourceOf(documents, filter);
  return {
    theirs: openMiniSearch(source, undefined),
    ours: [openSegments(source, undefined), inFiles(documents, each, filter)],
  };
}

/** These documents in files of so many each. */
function inFiles(documents: readonly Document[], each: number, accepts: Accepts): Engine {
  const listed = new ListedSegments(accepts);
  for (let at = 0; at < documents.length; at += each) listed.write(documents.slice(at, at + each));
  return listed.engine;
}

test('it finds what comparing every sentence finds', async () => {
  await fc.assert(
    fc.asyncProperty(documents, question, async (documents, words) => {
      const terms = termsOf(words.join(' '));
      const engine = openSegments(sourceOf(documents), undefined);
      check(await search(engine, terms, 10), bruteForce(documents, terms, 10));
    }),
    { numRuns: 30 },
  );
});

test('it finds what MiniSearch finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      question,
      fc.integer({ min: 1, max: 12 }),
      async (documents, words, limit) => {
        const terms = termsOf(words.join(' '));
        const { theirs, ours } = engines(documents, 2, (document) => document % 3 !== 1);
        for (const engine of ours) {
          for (const filtered of [false, true])
            check(await search(engine, terms, limit, filtered), await search(theirs, terms, limit, filtered));
          for (const filter of [undefined, {}])
            expect(await engine.postings(terms, filter)).toEqual(await theirs.postings(terms, filter));
        }
      },
    ),
    { numRuns: 30 },
  );
});

/** What happens to an index between its first document and a question: files are written of as many documents as `write` says. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ remove: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ merge: fc.nat({ max: 4 }), count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

test('any split, merge and removal ranks as if what is left had been added at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(event, { maxLength: 25 }),
      fc.array(question, { minLength: 3 }),
      async (documents, events, questions) => {
        const listed = new ListedSegments();
        const waiting = [...documents];
        const left = new Map<number, Document>();
        const write = (count: number) => {
          const next = waiting.splice(0, count);
          listed.write(next);
          for (const document of next) if (document.sentences.length > 0) left.set(document.number, document);
        };
        const remove = (place: number) => {
          const numbers = [...left.keys()];
          const number = numbers[place % Math.max(1, numbers.length)];
          if (number === undefined) return;
          listed.remove(number);
          left.delete(number);
        };
        for (const happens of events) {
          // What a search remembers must not outlive a change.
          await search(listed.engine, termsOf(questions[0]!.join(' ')), 10);
          if (happens === 'reopen') listed.reopen();
          else if ('write' in happens) write(happens.write);
          else if ('remove' in happens) remove(happens.remove);
          else listed.merge(happens.merge, happens.count, () => remove(happens.merge));
        }
        write(waiting.length);
        const whole = [...left.values()];
        const once = openSegments(sourceOf(whole), undefined);
        for (const words of questions) {
          const terms = termsOf(words.join(' '));
          const found = await search(listed.engine, terms, 10);
          expect(found).toEqual(await search(once, terms, 10));
          check(found, bruteForce(whole, terms, 10));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('an engine that was opened before stays as it was, whatever is deleted since', async () => {
  const listed = new ListedSegments();
  listed.write(documentsOf('Rain fell on Homs.', 'Rain stopped.'));
  const before = listed.engine;
  listed.remove(0);
  const sentences = async (engine: Engine) =>
    (await search(engine, ['rain'], 9)).map(({ sentence }) => sentence);
  expect(await sentences(listed.engine)).toEqual([1]);
  expect((await sentences(before)).sort()).toEqual([0, 1]);
});

test('thousands of articles, some long, are searched as few are', async () => {
  // Common words, rare ones, and some that only a stretch of the articles has.
  const wordAt = (i: number, j: number) => {
    const mixed = (i * 7919 + j * 104_729 + ((i * j) % 97) * 31) % 1009;
    if (mixed < 300) return 'rain';
    if (mixed < 500) return 'troops';
    return mixed < 600 ? `place${i % 50}` : `word${mixed % 211}${i > 4200 ? 'late' : ''}`;
  };
  const sentenceAt = (i: number, j: number) =>
    `It ${Array.from({ length: 1 + ((i + j) % 7) }, (_, k) => wordAt(i, j * 10 + k)).join(' ')}.`;
  const textAt = (i: number) =>
    Array.from(
      { length: i === 4095 ? 400 : 1 + (i % 2) },
      (_, j) => sentenceAt(i, j) + (j % 2 ? '\n\n' : ''),
    ).join(' ');
  const documents = numberedDocuments(Array.from({ length: 4_500 }, (_, i) => articleOf(textAt(i), i)));
  const { theirs, ours } = engines(documents, 4_200, (document) => document > 4_000);
  for (const engine of ours) {
    for (const asked of ['rain troops word12', 'word12late word9', 'wordx place4 rain']) {
      const terms = termsOf(asked);
      for (const limit of [1, 10, 300])
        check(await search(engine, terms, limit), await search(theirs, terms, limit));
      check(await search(engine, terms, 10, true), await search(theirs, terms, 10, true));
    }
  }
});
