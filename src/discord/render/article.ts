import { dayOf, markOf } from '../../index/documents/metadata.ts';
import type { Article, Likeness, Origin, Span } from '../../model/article.ts';
import type { ArticleDetails, TextPage } from '../../model/status.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages } from '../messages/messages.ts';
import { emphasised, escapeMarkdown, isolated, oneLine, subtext } from './markdown.ts';
import { passageUrl } from './passage.ts';
import { button, linkButton, type Part, type Reply, reply, rows, text } from './reply.ts';
import { fits, MAX_LABEL, shortened } from './sizes.ts';

/** Who reads an article, and which sentence of it is marked on all its pages, with its fingerprint. */
export interface ReadingView {
  readonly messages: Messages;
  readonly ephemeral: boolean;
  readonly cited?: Span & { readonly mark: string };
}

/** Renders the first page of an article's text under what is known of it. */
export function renderArticle(details: ArticleDetails, page: TextPage, view: ReadingView): Reply {
  const { article, names, sentences, alike } = details;
  const { messages } = view;
  const { articles } = messages;
  const id = isolated(shortened(oneLine(`${articles.id}: ${article.id}`), 200));
  const facts = escapeMarkdown([id, ...factsOf(article, sentences, messages)].join(' · '));
  const mentioned = names.map((n) => `${isolated(shortened(oneLine(n.name), 60))} (${n.sentences})`);
  const about = [
    ...(names.length > 0 ? [escapeMarkdown(`${articles.names}: ${mentioned.join(', ')}`)] : []),
    ...alikeLines(alike, messages),
  ];
  const title = headOf(article, messages);
  const paragraphs = textOf(page);
  // What is known about an article is for those who look it up; its text is what it is for.
  const forms = [[facts, ...about], [facts], []].map((lines) => lines.map((line) => `-# ${line}`).join('\n'));
  const shown = forms.find((lines) => fits([title, lines, paragraphs])) ?? '';
  const head = shown === '' ? title : `${title}\n${shown}`;
  return reply([text(head), ...partsOf(page, paragraphs, view)], view.ephemeral);
}

/** Renders a page of an article's text. */
export function renderTextPage(page: TextPage, view: ReadingView): Reply {
  const head = headOf(page.article, view.messages);
  return reply([text(head), ...partsOf(page, textOf(page), view)], view.ephemeral);
}

function headOf(article: Described, messages: Messages): string {
  return `### ${escapeMarkdown(titleOf(article, messages, 200))}`;
}

/** The paragraphs, with the marked sentence in bold. */
function textOf({ paragraphs }: TextPage): string {
  return paragraphs.map((one) => emphasised(one.text, one.marked ? [one.marked] : [])).join('\n\n');
}

function partsOf({ article, page, pages }: TextPage, shown: string, view: ReadingView): Part[] {
  const { messages, cited } = view;
  const { buttons, articles } = messages;
  const marked = cited ? [cited.start.toString(36), cited.end.toString(36), cited.mark] : [];
  const turn = (label: string, to: number) => {
    const id = customId('read', markOf(article.id), to.toString(36), ...marked);
    return id === undefined || to < 0 || to >= pages ? [] : [button(label, id)];
  };
  const url = article.url === undefined ? undefined : passageUrl(article.url, '');
  return [
    text(shown),
    ...(pages > 1 ? [text(subtext('', articles.page(page + 1, pages)))] : []),
    ...rows([
      ...turn(buttons.back, page - 1),
      ...turn(buttons.more, page + 1),
      ...(url ? [linkButton(shortened(buttons.source, MAX_LABEL), url)] : []),
    ]),
  ];
}

/** An article's title in one line, or its opening words, marked as such. */
export function titleOf(article: Described, { answer }: Messages, longest: number): string {
  const title = isolated(shortened(oneLine(article.title), longest));
  return article.origin.title === 'opening words' ? answer.untitled(title) : title;
}

/** `Nearly the same text: “Title” — Publisher, 2020-01-27; …`. */
function alikeLines(alike: ArticleDetails['alike'], messages: Messages): string[] {
  const { articles, answer, status } = messages;
  return LIKENESSES.flatMap((likeness) => {
    const others = alike.filter((one) => one.likeness === likeness).map(({ article }) => article);
    if (others.length === 0) return [];
    const shown = others.slice(0, ALIKE_SHOWN).map((article) => {
      const by = [article.publisher, dayOf(article.published) ?? answer.undated];
      const source = by.flatMap((part) =>
        part === undefined ? [] : [isolated(shortened(oneLine(part), 60))],
      );
      return `${titleOf(article, messages, 100)} — ${source.join(', ')}`;
    });
    const more = others.length > shown.length ? [status.more(others.length - shown.length)] : [];
    return [escapeMarkdown(`${articles.alike[likeness]}: ${[...shown, ...more].join('; ')}`)];
  });
}

const LIKENESSES: readonly Likeness[] = ['same', 'nearly', 'version'];
/** Of each likeness: there may be a hundred reprints. */
const ALIKE_SHOWN = 3;

/** An article whose text may be elsewhere. */
type Described = Omit<Article, 'text'>;

/** Lists date, publisher, author, language, tags and length, each with where the article says so. */
export function factsOf(article: Described, sentences: number, { answer, articles }: Messages): string[] {
  const facts = [
    datesOf(article) ?? answer.undated,
    withOrigin(article, 'publisher'),
    withOrigin(article, 'author'),
    withOrigin(article, 'language'),
    article.tags?.join(', '),
    articles.sentences(sentences),
  ];
  return facts.flatMap((fact) => (fact ? [isolated(shortened(oneLine(fact), 200))] : []));
}

/** `2020-01-27 [JSON-LD] ≠ 2019-05-03 [url]`: what counts, and what the article also says. */
function datesOf({ published, origin, otherDates = [] }: Described): string | undefined {
  if (published === undefined) return undefined;
  const dates = [{ published, origin: origin.published }, ...otherDates];
  return dates.map((one) => `${dayOf(one.published)}${originOf(one.origin)}`).join(' ≠ ');
}

function withOrigin(article: Described, field: 'publisher' | 'author' | 'language'): string | undefined {
  const value = article[field];
  return value === undefined ? undefined : `${value}${originOf(article.origin[field])}`;
}

/** In the words of the formats, which are the same in every language; a field of a record needs none. */
function originOf(origin: Origin | undefined): string {
  return origin === undefined || origin === 'field' || origin === 'front matter' ? '' : ` [${origin}]`;
}
