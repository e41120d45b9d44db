import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite } from '../src/answer/cite.ts';
import { buildArchive } from '../src/archive/open-archive.ts';
import { numberedDocuments } from '../src/index/documents/document.ts';
import { readCorpus } from '../src/ingest/read-corpus.ts';
import type { Citation } from '../src/model/answer.ts';
import type { Article } from '../src/model/article.ts';
import { QUESTION_KINDS } from '../src/model/query.ts';
import { packageRoot } from '../src/package.ts';
import { articleOf } from './articles.ts';
import { anyText } from './text/any-text.ts';

/** Every sentence is cut from its article, and with the white space between them they are the article again. */
function check(articles: readonly Article[]): void {
  const documents = numberedDocuments(articles);
  expect(documents).toHaveLength(articles.length);
  for (const document of documents) {
    const { article, sentences } = document;
    let at = 0;
    for (const sentence of sentences) {
      const { quote, start, end } = cite(document, sentence, { highlights: [], copies: [], score: 1 });
      const gap = article.text.slice(at, start);
      // Compared by hand: a matcher for each of 18,000 sentences would take most of the time.
      if (quote === '' || quote !== article.text.slice(start, end) || start < at || gap.trim() !== '') {
        expect({ path: article.path, at, start, end, quote, gap }).toBe('verbatim');
      }
      at = end;
    }
    expect(article.text.slice(at).trim()).toBe('');
  }
}

test('the archive that ships', async () => {
  const { articles } = await readCorpus(join(packageRoot(), 'corpus'));
  expect(articles.length).toBeGreaterThan(0);
  check(articles);
});

const EVAL = join(packageRoot(), '..', 'shared', 'eval');
const sets = existsSync(EVAL)
  ? readdirSync(EVAL).filter((name) => existsSync(join(EVAL, name, 'articles.jsonl')))
  : [];
if (sets.length === 0) console.log('skipped: no ../shared/eval/*/articles.jsonl beside this folder');

test.skipIf(sets.length === 0)('the articles of the eval sets', async () => {
  for (const name of sets) {
    const { articles, problems } = await readCorpus(join(EVAL, name, 'articles.jsonl'));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    check(articles);
  }
});

test('any text at all', () => {
  fc.assert(
    fc.property(anyText(), (text) => check([articleOf(text)])),
    { numRuns: 100 },
  );
});

/** A citation, its highlights and its copies are of the articles, to the character. */
function verbatim(
  articles: readonly Article[],
  { articleId, quote, start, end, highlights, copies }: Citation,
) {
  const textOf = (id: string) => articles.find((article) => article.id === id)!.text;
  expect(quote).not.toBe('');
  expect(textOf(articleId).slice(start, end)).toBe(quote);
  let at = start;
  for (const highlight of highlights) {
    expect(highlight.start).toBeGreaterThanOrEqual(at);
    expect(highlight.end).toBeGreaterThan(highlight.start);
    expect(highlight.end).toBeLessThanOrEqual(end);
    at = highlight.end;
  }
  for (const copy of copies) expect(textOf(copy.articleId).slice(copy.start, copy.end).trim()).not.toBe('');
}

test('whatever is asked of whatever texts', async () => {
  const asked = fc.record({
    texts: fc.array(anyText(), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...QUESTION_KINDS),
    at: fc.nat(400),
    length: fc.nat(40),
    question: fc.oneof(fc.constant(undefined), anyText()),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ texts, kind, at, length, question }) => {
      const articles = texts.map((text, place) => articleOf(text, place));
      const archive = await buildArchive(articles);
      const typed = question ?? texts[0]!.slice(at, at + length);
      const answers = [
        await archive.ask(kind, typed, { limit: 5 }),
        await archive.quote(typed),
        await archive.sources(typed),
      ];
      for (const answer of answers) {
        expect(answer.question.text).toBe(typed);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        expect(answer.citations.length > 0).toBe(answer.status !== 'not-found');
        for (const citation of answer.citations) verbatim(articles, citation);
        for (const { citation, start, end, words } of answer.differing ?? []) {
          const { articleId, ...cited } = answer.citations[citation]!;
          expect(articles.find(({ id }) => id === articleId)!.text.slice(start, end)).toBe(words);
          expect(cited.start <= start && end <= cited.end).toBe(true);
        }
      }
    }),
    {
      numRuns: 50,
      examples: [
        [{ texts: ['𠀀1) Flour 2) Water ❶', ''], kind: 'who', at: 0, length: 21, question: undefined }],
      ],
    },
  );
});
