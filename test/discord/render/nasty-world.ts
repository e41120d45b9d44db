import { expect } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { en } from '../../../src/discord/messages/en.ts';
import type { Messages } from '../../../src/discord/messages/messages.ts';
import type { AnswerView } from '../../../src/discord/render/answer-view.ts';
import { emphasised } from '../../../src/discord/render/markdown.ts';
import type { Reply } from '../../../src/discord/render/reply.ts';
import { sourceOf } from '../../../src/discord/render/source-line.ts';
import type { Answer, Citation } from '../../../src/model/answer.ts';
import type { Article, Span } from '../../../src/model/article.ts';
import { articleOf } from '../../articles.ts';
import { faultsOf, markdownsOf } from '../loopback-itself/judge.ts';
import { NASTY, NASTY_URLS } from './nasty-texts.ts';
import { asShown, readable } from './readable.ts';

/** Every nasty text as an article whose title, publisher, id, address and everything else are nasty, too. */
export const nastyArticles: readonly Article[] = Object.values(NASTY).map((text, place, all) =>
  articleOf(text, 0, {
    id: `${place} ${text.slice(0, 60)}`,
    path: `${text.slice(0, 40)}.txt`,
    title: all[(place + 1) % all.length]!,
    publisher: all[(place + 2) % all.length]!.slice(0, 300),
    author: all[(place + 3) % all.length]!,
    language: all[(place + 4) % all.length]!.slice(0, 50),
    tags: [all[(place + 5) % all.length]!, '**', '\u202e'],
    url: NASTY_URLS[place % NASTY_URLS.length]!,
    ...(place % 3 > 0 && { published: `20${10 + place}-01-27` }),
    origin: place % 2 === 0 ? { title: 'heading' } : { title: 'opening words' },
  }),
);

export const nastyArchive = await buildArchive(nastyArticles);

/** As `askArchive` would have it. */
export function viewOf(more: Partial<AnswerView> = {}): AnswerView {
  const request = { kind: 'ask', text: 'Zanzibar', filter: {} } as const;
  const heading = 'Where is Zanzibar?';
  return { request, messages: en, ephemeral: false, userId: '1', offset: 0, paged: true, heading, ...more };
}

export function answerOf(citations: readonly Citation[]): Answer {
  return {
    status: 'found',
    question: { kind: 'ask', text: 'Zanzibar', names: [], isKeywordQuery: true },
    citations,
    confidence: 1,
    nearest: [],
    articles: 1,
    found: citations.length,
    took_ms: 1,
  };
}

const LABELS = ['↗', ...Object.values(CATALOGUES).map(({ buttons }) => buttons.source)];
/** The tags are days. */
const OURS = ['blockQuote', 'heading', 'link', 'strong', 'subtext', 'tag'];

/** Discord takes the reply, nobody's bell rings, and nothing in it is formatted but what Ibid formats. */
export function expectSound(reply: Reply, kinds: readonly string[] = OURS): void {
  expect(faultsOf(reply)).toEqual([]);
  for (const markdown of markdownsOf(reply)) {
    const view = readable(markdown);
    expect([...view.kinds].filter((kind) => !kinds.includes(kind))).toEqual([]);
    for (const { label, target } of view.links) {
      expect(LABELS).toContain(label);
      expect(target).toMatch(/^https?:\/\/\S+$/);
      expect(target.length).toBeLessThanOrEqual(512);
    }
  }
}

/** The texts of a reply that cite a sentence, each with its source. */
export function blocksOf(reply: Reply): string[] {
  return markdownsOf(reply).filter((markdown) => /^-# \*\*\\\[\d+\\\]\*\*/m.test(markdown));
}

/** Each block says its citation's sentence, whole and exactly, with nothing in bold but the highlights. */
export function expectVerbatim(reply: Reply, citations: readonly Citation[], messages: Messages = en): void {
  const blocks = blocksOf(reply);
  expect(blocks.length).toBeGreaterThan(0);
  for (const [i, block] of blocks.entries()) {
    const citation = citations[i]!;
    const view = readable(block);
    expect(view.text).toContain(`[${i + 1}] ${readable(sourceOf(citation, messages.answer)).text}`);
    if (view.quotes.length === 0) {
      expect(block.startsWith(messages.answer.tooLong)).toBe(true);
      expect(isTooLong(citation.quote)).toBe(true);
      continue;
    }
    const highlights = citation.highlights.map((span) => movedBy(span, -citation.start));
    expect(view.quotes.map(({ text }) => text)).toEqual([asShown(citation.quote)]);
    const { bold } = view.quotes[0]!;
    if (bold.length > 0 || !isTooLong(citation.quote, highlights))
      expect(bold).toEqual(shownSpans(citation.quote, highlights));
  }
}

/** Whether there is reason not to show a sentence, or its bold words. A head takes up to 1,300 units, a source as many. */
function isTooLong(quote: string, highlights: readonly Span[] = []): boolean {
  const escaped = emphasised(quote, highlights).replaceAll('\n', '\n> ');
  return escaped.length > 1_200 || Buffer.byteLength(escaped) > 5_000;
}

/** Where spans of a text stand in it once it is shown; those that touch are one, and nobody sees an empty one. */
export function shownSpans(text: string, spans: readonly Span[]): Span[] {
  const shown: Span[] = [];
  for (const span of spans) {
    const start = asShown(text.slice(0, span.start)).length;
    const end = asShown(text.slice(0, span.end)).length;
    const last = shown.at(-1);
    if (start === end) continue;
    if (last && last.end === start) shown[shown.length - 1] = { start: last.start, end };
    else shown.push({ start, end });
  }
  return shown;
}

export function movedBy({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
