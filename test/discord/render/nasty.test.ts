import { describe, expect, test } from 'vitest';
import { cite } from '../../../src/answer/cite.ts';
import { MAX_TYPED_LENGTH } from '../../../src/discord/commands/definition.ts';
import { listArticles } from '../../../src/discord/commands/list-articles.ts';
import { askArchive } from '../../../src/discord/commands/question-command.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { CITATIONS_PER_PAGE, renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderArticle, renderTextPage } from '../../../src/discord/render/article.ts';
import { renderArticles } from '../../../src/discord/render/articles.ts';
import { renderContext } from '../../../src/discord/render/context.ts';
import { renderGreeting, renderHelp } from '../../../src/discord/render/help.ts';
import { isolated, oneLine } from '../../../src/discord/render/markdown.ts';
import { shortened } from '../../../src/discord/render/sizes.ts';
import { renderStatus } from '../../../src/discord/render/status.ts';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Citation, Context } from '../../../src/model/answer.ts';
import type { Article, Document, Sentence, Span } from '../../../src/model/article.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';
import { markdownsOf, plainTextsOf } from '../loopback-itself/judge.ts';
import { NASTY } from './nasty-texts.ts';
import {
  answerOf,
  blocksOf,
  expectSound,
  expectVerbatim,
  movedBy,
  nastyArchive,
  nastyArticles,
  shownSpans,
  viewOf,
} from './nasty-world.ts';
import { asShown, readable } from './readable.ts';

const documents = numberedDocuments(nastyArticles);
const languages = Object.values(CATALOGUES);
/** Each with a language of its own. */
const byName = Object.keys(NASTY).map(
  (name, i) => [name, documents[i]!, languages[i % languages.length]!] as const,
);
const context = { archive: nastyArchive, messages: en };
const asker = { ephemeral: false, userId: '1' };

/** A sentence as a citation, every other word of it highlighted. */
function citationOf(sentence: Sentence): Citation {
  const document = documents[sentence.document]!;
  const { text } = document.article;
  const highlights = wordsOf(text.slice(sentence.start, sentence.end))
    .filter((_, i) => i % 2 === 0)
    .map((word) => movedBy({ start: word.start, end: word.end }, sentence.start));
  return cite(document, sentence, { highlights, copies: [], score: 1 });
}

describe.each(byName)('of %s', (_, document: Document, language) => {
  const { article, sentences } = document;

  test('every sentence is read as it stands in the article, in bold its highlights only', () => {
    for (const sentence of sentences) {
      const citation = citationOf(sentence);
      const reply = renderAnswer(answerOf([citation]), viewOf());
      expectSound(reply);
      expectVerbatim(reply, [citation]);
    }
  });

  test('so is the sentence that it leans on, smaller and marked as what stands before it', () => {
    sentences.slice(1).forEach((sentence, i) => {
      const { start, end } = sentences[i]!;
      const leansOn = { start, end, quote: article.text.slice(start, end) };
      const citation = { ...citationOf(sentence), leansOn };
      const reply = renderAnswer(answerOf([citation]), viewOf());
      expectSound(reply);
      const read = readable(blocksOf(reply)[0]!).text;
      // What leaves no room for both is shown alone.
      if (article.text.length < 1_000) expect(read).toContain(`before: ${asShown(leansOn.quote)}`);
    });
  });

  test('the context is read as it stands in the article, in bold the sentence', async () => {
    for (const { start, end } of sentences) {
      const around = (await nastyArchive.context(article.id, { start, end }))!;
      const reply = renderContext(around, en);
      expectSound(reply, ['heading', 'strong', 'subtext', 'tag']);
      const [first = '', text] = markdownsOf(reply);
      if (text === undefined) {
        expect(readable(first).text).toBe(en.answer.tooLong);
        continue;
      }
      const view = readable(text);
      const span = aroundOf(around).find((one) => shown(article, one) === view.text);
      expect(span).toBeDefined();
      const bold = movedBy({ start, end }, -span!.start);
      expect(view.bold).toEqual(shownSpans(article.text.slice(span!.start), [bold]));
    }
  });

  test('the article’s own pages say its title and all of its text, with the cited sentence in bold', async () => {
    const details = (await nastyArchive.article(article.id))!;
    const view = { messages: en, ephemeral: false };
    const [cited = { start: 0, end: 0 }] = sentences;
    const paragraphs: string[] = [];
    let bold = '';
    for (let page = 0, pages = 1; page < pages; page++) {
      const shownPage = (await nastyArchive.read(article.id, { page, cited }))!;
      pages = shownPage.pages;
      paragraphs.push(...shownPage.paragraphs.map(({ text }) => text));
      const reply = page === 0 ? renderArticle(details, shownPage, view) : renderTextPage(shownPage, view);
      expectSound(reply);
      const [head = '', text = ''] = markdownsOf(reply);
      expect(readable(head).text).toContain(shortened(oneLine(article.title), 200).slice(0, -1));
      const read = readable(text);
      expect(read.text.trim()).toBe(asShown(shownPage.paragraphs.map((one) => one.text).join('\n\n')).trim());
      bold += read.bold.map((span) => read.text.slice(span.start, span.end)).join('');
    }
    expect(paragraphs.join('').replace(/\s+/g, '')).toBe(article.text.replace(/\s+/g, ''));
    const visible = (text: string) => asShown(text).replace(/\s+/g, '');
    expect(visible(bold)).toBe(visible(article.text.slice(cited.start, cited.end)));
  });

  test('its words can be asked for, in any way, each in a language in turn', async () => {
    const text = oneLine(article.text).slice(0, MAX_TYPED_LENGTH).trim().toWellFormed();
    for (const kind of ['where', 'ask', 'quote'] as const) {
      const reply = await askArchive({ kind, text, filter: {} }, context, asker);
      expectSound(reply);
      const show = { limit: CITATIONS_PER_PAGE };
      const answer = await (kind === 'quote'
        ? nastyArchive.quote(text, show)
        : nastyArchive.ask(kind, text, show));
      if (answer.status !== 'not-found') expectVerbatim(reply, answer.citations);
      if (kind === 'quote')
        expect(readable(markdownsOf(reply)[0]!.split('\n')[0]!).text.trim()).toBe(
          asShown(en.quoteHeading(isolated(text))),
        );
      // The languages frame an answer of any kind alike.
      if (kind === 'ask') expectSound(renderAnswer(answer, viewOf({ messages: language, heading: text })));
    }
  });

  test('as a message, it is answered with sources or without', async () => {
    const answer = await nastyArchive.sources(article.text, { limit: CITATIONS_PER_PAGE });
    const reply = renderAnswer(answer, viewOf({ paged: false, heading: en.sourcesHeading }));
    expectSound(reply);
    if (answer.status !== 'not-found') expectVerbatim(reply, answer.citations);
  });
});

test('every page of all answers is sound, each sentence stands in the archive, and the last page ends', async () => {
  const sentences = new Set(
    documents.flatMap(({ article, sentences }) => sentences.map((span) => shown(article, span))),
  );
  for (const kind of ['who', 'quote'] as const) {
    const seen: string[] = [];
    let offset = 0;
    for (let page = 0; page < 100; page++) {
      const request = { kind, text: 'Zanzibar', filter: {} };
      const reply = await askArchive(request, context, { ...asker, offset });
      expectSound(reply);
      const blocks = blocksOf(reply);
      seen.push(...blocks.flatMap((block) => readable(block).quotes).map(({ text }) => text));
      offset += blocks.length;
      const labels = plainTextsOf(reply);
      if (!labels.includes(en.buttons.more)) break;
      expect(blocks.length).toBeGreaterThan(0);
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter((quote) => !sentences.has(quote))).toEqual([]);
  }
});

test('the list of articles is sound on every page, and says their titles', async () => {
  for (const about of [undefined, 'Zanzibar', NASTY['half-open signs']!.slice(0, 300)]) {
    const { articles: found, total } = await nastyArchive.articles(about);
    expect(total).toBe(found.length);
    for (let page = 0; page * 10 < Math.max(1, found.length); page++) {
      const list = await listArticles(nastyArchive, { about, filter: {}, page });
      const reply = renderArticles(list, { messages: en, ephemeral: false });
      expectSound(reply);
      const { text } = readable(markdownsOf(reply)[1]!);
      for (const { article } of found.slice(page * 10, page * 10 + 10))
        expect(text).toContain(oneLine(article.title).slice(0, 40));
    }
  }
});

test('the status is sound, with nasty publishers and files', async () => {
  const problems = Object.values(NASTY).map((text, line) => {
    return { severity: 'error', path: text.slice(0, 200), line, reason: text } as const;
  });
  const everything = { ...(await nastyArchive.status()), problems };
  const nothing = { ...everything, publishers: [], problems: [], articles: 0 };
  for (const messages of Object.values(CATALOGUES)) {
    for (const status of [everything, nothing]) {
      // The tags are times.
      for (const admin of [true, false])
        expectSound(renderStatus(status, { messages, admin, ephemeral: true }), ['heading', 'strong', 'tag']);
    }
  }
});

test('the help is sound in every language', () => {
  const examples = [
    { kind: 'who' as const, name: NASTY['half-open signs']!.slice(0, 60) },
    { kind: 'how-many' as const, name: 'x'.repeat(400) },
  ];
  const ids = new Map(Object.keys(en.commands).map((name) => [name, '1'.repeat(19)]));
  for (const messages of Object.values(CATALOGUES)) {
    expectSound(renderHelp(messages, { ids: new Map(), examples }), ['heading', 'inlineCode', 'subtext']);
    expectSound(renderHelp(messages, { ids, examples }), ['heading', 'tag', 'subtext']);
    expectSound(renderGreeting(messages, examples), ['heading']);
  }
});

function aroundOf({ sentence, before, after, paragraph }: Context): Span[] {
  const near = { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end };
  const wide = { start: Math.min(near.start, paragraph.start), end: Math.max(near.end, paragraph.end) };
  return [wide, paragraph, near, sentence];
}

function shown({ text }: Article, { start, end }: Span): string {
  return asShown(text.slice(start, end));
}
