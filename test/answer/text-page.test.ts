import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textPageOf } from '../../src/answer/text-page.ts';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import type { Document } from '../../src/model/article.ts';
import { articleOf } from '../articles.ts';

const documentOf = (text: string): Document => numberedDocuments([articleOf(text)])[0]!;

function pagesOf(document: Document): string[][] {
  const { pages } = textPageOf(document, {});
  return Array.from({ length: pages }, (_, page) =>
    textPageOf(document, { page }).paragraphs.map(({ text }) => text),
  );
}

const without = (text: string) => text.replace(/\s+/g, '');

describe('the pages of a text', () => {
  test('are whole paragraphs, where they are no longer than a page', () => {
    const paragraphs = Array.from({ length: 9 }, (_, i) =>
      `Paragraph ${i}. ${'It rained. '.repeat(40)}`.trim(),
    );
    const pages = pagesOf(documentOf(paragraphs.join('\n\n')));
    expect(pages.length).toBe(3);
    expect(pages.flat()).toEqual(paragraphs);
  });

  test('cut a long paragraph between sentences', () => {
    const pages = pagesOf(documentOf('It rained in Tarmila. '.repeat(200)));
    expect(pages.flat().every((piece) => piece.endsWith('.'))).toBe(true);
    expect(pages.flat().every((piece) => piece.startsWith('It'))).toBe(true);
  });

  test('hold all of any text, in order, each a bounded piece of it', () => {
    const text = fc
      .array(fc.oneof(fc.lorem({ maxCount: 400 }), fc.constantFrom('\n\n', '\n', '😀'.repeat(2_000), ' ')))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (one) => {
        const pages = pagesOf(documentOf(one));
        expect(without(pages.flat().join(' '))).toBe(without(one));
        for (const page of pages) {
          expect(page.join('').length).toBeLessThanOrEqual(1_500);
          expect(page.join('').isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of nothing are one, which is empty', () => {
    expect(textPageOf(documentOf(''), {})).toMatchObject({ page: 0, pages: 1, paragraphs: [] });
  });

  test('beyond the last are the last', () => {
    const document = documentOf(`${'It rained in Tarmila. '.repeat(200)}`);
    const { pages } = textPageOf(document, {});
    expect(textPageOf(document, { page: 99 }).page).toBe(pages - 1);
  });
});

describe('a cited sentence', () => {
  const paragraphs = Array.from({ length: 9 }, (_, i) =>
    `Day ${i} began. ${'It rained. '.repeat(40)}`.trim(),
  );
  const text = paragraphs.join('\n\n');
  const document = documentOf(text);

  test.each(document.sentences.filter((_, i) => i % 7 === 0).map(({ start, end }) => ({ start, end })))(
    'at $start is marked on the page that opens',
    (cited) => {
      const { paragraphs: shown } = textPageOf(document, { cited });
      const marked = shown.flatMap((one) =>
        one.marked ? [one.text.slice(one.marked.start, one.marked.end)] : [],
      );
      expect(marked).toEqual([text.slice(cited.start, cited.end)]);
    },
  );

  test('is not marked on the others', () => {
    const cited = { start: 0, end: 12 };
    expect(textPageOf(document, { page: 1, cited }).paragraphs.filter(({ marked }) => marked)).toEqual([]);
  });
});
