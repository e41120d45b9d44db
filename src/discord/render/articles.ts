import type { APIEmbed } from 'discord-api-types/v10';
import type { ArticlePage } from '../../archive/archive.ts';
import { dayOf } from '../../index/documents/metadata.ts';
import type { Article, Likeness, Origin } from '../../model/article.ts';
import type { ArticleDetails, ArticleSummary } from '../../model/status.ts';
import { customId } from '../buttons/custom-id.ts';
import { placeIn } from '../buttons/page-request.ts';
import type { Messages } from '../messages/messages.ts';
import { escapeMarkdown, isolated, link, oneLine, quotation } from './markdown.ts';
import { passageUrl } from './passage.ts';
import { button, COLOUR, type Reply, reply, rows } from './reply.ts';
import { fits, shortened } from './sizes.ts';

export const ARTICLES_PER_PAGE = 10;

/** A page of articles, with its number, counted from 0. */
export interface ArticleList extends ArticlePage {
  readonly page: number;
}

/** Renders a page of articles. The name they are about stands in the heading, for the next page's button. */
export function renderArticles(
  { articles, total, page }: ArticleList,
  { about, messages, ephemeral }: { about: string | undefined; messages: Messages; ephemeral: boolean },
): Reply {
  const pages = Math.max(1, Math.ceil(total / ARTICLES_PER_PAGE));
  const heading = about === undefined ? messages.articles.title : messages.articles.about(isolated(about));
  const content = `### ${escapeMarkdown(heading)}`;
  const description = listOf(articles, messages);
  const place = about === undefined ? '' : placeIn(content, about);
  const turn = (label: string, to: number) => {
    const id = place === undefined ? undefined : customId('articles', to, place);
    return id === undefined || to < 0 || to >= pages ? [] : [button(label, id)];
  };
  return reply({
    content,
    embeds: [{ color: COLOUR, description, footer: { text: messages.articles.page(page + 1, pages) } }],
    components: rows([...turn(messages.buttons.back, page - 1), ...turn(messages.buttons.more, page + 1)]),
    ephemeral,
  });
}

/** All of a page, always: where it doesn't fit, without links, and then with shorter titles. */
function listOf(articles: readonly ArticleSummary[], messages: Messages): string {
  if (articles.length === 0) return messages.articles.none;
  const forms = [
    { linked: true, longest: 120 },
    { linked: false, longest: 120 },
    { linked: false, longest: 60 },
  ].map((form) => articles.map((one) => lineOf(one, messages, form)).join('\n'));
  return forms.find((description) => fits([{ description }], '')) ?? forms.at(-1)!;
}

function lineOf(
  { article, sentences }: ArticleSummary,
  messages: Messages,
  { linked, longest }: { linked: boolean; longest: number },
): string {
  const url = linked && article.url ? passageUrl(article.url, '') : undefined;
  const parts = [
    dayOf(article.published) ?? messages.answer.undated,
    ...(article.publisher === undefined ? [] : [isolated(shortened(oneLine(article.publisher), 60))]),
    messages.articles.sentences(sentences),
  ];
  const title = `**${escapeMarkdown(titleOf(article, messages, longest))}**`;
  return `${title} — ${escapeMarkdown(parts.join(', '))}${url ? ` · ${link('↗', url)}` : ''}`;
}

/** An article's title in one line, or its opening words, marked as such. */
export function titleOf(article: Described, { answer }: Messages, longest: number): string {
  const title = isolated(shortened(oneLine(article.title), longest));
  return article.origin.title === 'opening words' ? answer.untitled(title) : title;
}

/** Renders what is known of one article: what doesn't fit is left out, its opening first. */
export function renderArticle(details: ArticleDetails, messages: Messages, ephemeral: boolean): Reply {
  const { article, opening, names, sentences, alike } = details;
  const { articles, answer } = messages;
  const url = article.url && passageUrl(article.url, opening);
  const facts = [
    isolated(shortened(oneLine(`${articles.id}: ${article.id}`), 200)),
    ...factsOf(article, sentences, messages),
  ];
  const embed = (quoted: string, others: readonly string[]): APIEmbed => ({
    color: COLOUR,
    description: [
      escapeMarkdown(facts.join(' · ')),
      ...(names.length > 0
        ? [
            escapeMarkdown(
              `${articles.names}: ${names.map((n) => `${isolated(shortened(oneLine(n.name), 60))} (${n.sentences})`).join(', ')}`,
            ),
          ]
        : []),
      ...others,
      ...(quoted === '' ? [] : [`${articles.opening}:\n${quoted}`]),
      ...(url ? [link(answer.passage, url)] : []),
    ].join('\n'),
  });
  const others = alikeLines(alike, messages);
  const forms = [embed(quotation(opening, []), others), embed('', others), embed('', [])];
  const content = `### ${escapeMarkdown(titleOf(article, messages, 500))}`;
  return reply({
    content,
    embeds: [forms.find((form) => fits([form], content)) ?? forms.at(-1)!],
    ephemeral,
  });
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
