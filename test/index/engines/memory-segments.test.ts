import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../../../src/index/documents/document.ts';
import type { Engine, Searcher } from '../../../src/index/engines/engine.ts';
import { segmentEngine } from '../../../src/index/engines/memory-segments.ts';
import { miniSearchEngine } from '../../../src/index/engines/minisearch.ts';
import type { Document, Hit } from '../../../src/model/model.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { articleOf } from '../../articles.ts';
import { bruteForce } from './brute-force.ts';
import { ListedSegments } from './listed-segments.ts';

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
const documents = fc.array(article, { minLength: 1, maxLength: 9 }).map(
  (articles) =>
    collect(
      articles.map(({ text, title, titled }, place) =>
        articleOf(text, place, {
          title: title.join(' '),
          origin: { title: titled ? 'field' : 'opening words' },
        }),
      ),
    ).documents,
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

function over(engine: Engine, documents: readonly Document[]): Engine {
  for (const document of documents) engine.add(document);
  return engine;
}

/** These documents in files of so many each. */
function inFiles(documents: readonly Document[], each: number): Searcher {
  const listed = new ListedSegments();
  for (let at = 0; at < documents.length; at += each) listed.write(documents.slice(at, at + each));
  return listed.engine;
}

test('it finds what comparing every sentence finds', () => {
  fc.assert(
    fc.property(documents, question, (documents, words) => {
      const terms = termsOf(words.join(' '));
      check(over(segmentEngine(), documents).search(terms, 10), bruteForce(documents, terms, 10));
    }),
    { numRuns: 80 },
  );
});

test('it finds what MiniSearch finds', () => {
  fc.assert(
    fc.property(documents, question, fc.integer({ min: 1, max: 12 }), (documents, words, limit) => {
      const terms = termsOf(words.join(' '));
      const accepts = (document: number) => document % 3 !== 1;
      const theirs = over(miniSearchEngine(), documents);
      for (const ours of [over(segmentEngine(), documents), inFiles(documents, 2)]) {
        for (const through of [undefined, accepts])
          check(ours.search(terms, limit, through), theirs.search(terms, limit, through));
      }
    }),
    { numRuns: 80 },
  );
});

/** What happens to an index between its first document and a question: files are written of as many documents as `write` says. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ remove: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ merge: fc.nat({ max: 4 }), count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

test('any split, merge and removal ranks as if what is left had been added at once', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(event, { maxLength: 25 }),
      fc.array(question, { minLength: 3 }),
      (documents, events, questions) => {
        const listed = new ListedSegments();
        const live = segmentEngine();
        const waiting = [...documents];
        const left = new Map<number, Document>();
        const write = (count: number) => {
          const next = waiting.splice(0, count);
          listed.write(next);
          for (const document of next) {
            live.add(document);
            if (document.sentences.length > 0) left.set(document.number, document);
          }
        };
        const remove = (place: number) => {
          const numbers = [...left.keys()];
          const number = numbers[place % Math.max(1, numbers.length)];
          if (number === undefined) return;
          listed.remove(number);
          expect(live.remove(number)).toBe(left.delete(number));
        };
        for (const happens of events) {
          // What a search keeps must not outlive a change.
          listed.engine.search(termsOf(questions[0]!.join(' ')), 10);
          if (happens === 'reopen') listed.reopen();
          else if ('write' in happens) write(happens.write);
          else if ('remove' in happens) remove(happens.remove);
          else listed.merge(happens.merge, happens.count, () => remove(happens.merge));
        }
        write(waiting.length);
        const whole = [...left.values()];
        const once = over(segmentEngine(), whole);
        for (const words of questions) {
          const terms = termsOf(words.join(' '));
          const found = listed.engine.search(terms, 10);
          expect(found).toEqual(once.search(terms, 10));
          expect(live.search(terms, 10)).toEqual(found);
          check(found, bruteForce(whole, terms, 10));
        }
        for (const { number } of documents) expect(live.has(number)).toBe(left.has(number));
      },
    ),
    { numRuns: 120 },
  );
});

test('thousands of articles, some long, are searched as few are', () => {
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
  const { documents } = collect(Array.from({ length: 4_500 }, (_, i) => articleOf(textAt(i), i)));
  const theirs = over(miniSearchEngine(), documents);
  for (const ours of [over(segmentEngine(), documents), inFiles(documents, 4_200)]) {
    for (const asked of ['rain troops word12', 'word12late word9', 'wordx place4 rain']) {
      for (const limit of [1, 10, 300]) {
        check(ours.search(termsOf(asked), limit), theirs.search(termsOf(asked), limit));
      }
      const accepts = (document: number) => document > 4_000;
      check(ours.search(termsOf(asked), 10, accepts), theirs.search(termsOf(asked), 10, accepts));
    }
  }
});
