import { dayOf, markOf } from '../../index/documents/metadata.ts';
import type { Filter } from '../../model/query.ts';
import type { ArticleSummary, Facets } from '../../model/status.ts';
import { customId } from '../buttons/custom-id.ts';
import { filterParts, placeIn } from '../buttons/page-request.ts';
import type { Messages } from '../messages/messages.ts';
import { titleOf } from './article.ts';
import { filterLine } from './filter-line.ts';
import { dayTag, escapeMarkdown, isolated, link, oneLine, subtext } from './markdown.ts';
import { passageUrl } from './passage.ts';
import { button, menu, type Part, type Reply, reply, rows, text } from './reply.ts';
import { fits, shortened } from './sizes.ts';

export const ARTICLES_PER_PAGE = 10;

/** Which articles are listed, and which page of them, counted from 0. */
export interface ListRequest {
  /** Only those that mention this name. */
  readonly about?: string | undefined;
  readonly filter: Filter;
  readonly page: number;
}

/** A page of articles, newest first. */
export interface ArticleList extends ListRequest {
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
  /** Publishers and months to choose from. */
  readonly facets: Facets;
}

/** Renders a page of articles. The name they are about stands in the heading, for the next page's button. */
export function renderArticles(
  list: ArticleList,
  { messages, ephemeral }: { messages: Messages; ephemeral: boolean },
): Reply {
  const { articles, total, page, about } = list;
  const pages = Math.max(1, Math.ceil(total / ARTICLES_PER_PAGE));
  const heading = about === undefined ? messages.articles.title : messages.articles.about(isolated(about));
  const only = filterLine(list.filter);
  const head = [`### ${escapeMarkdown(heading)}`, ...(only === '' ? [] : [`-# ${only}`])].join('\n');
  const foot = subtext('', messages.articles.page(page + 1, pages));
  const place = about === undefined ? '' : placeIn(head, about);
  const turn = (label: string, to: number) => {
    const id = idOf(list, place, { page: to });
    return id === undefined || to < 0 || to >= pages ? [] : [button(label, id)];
  };
  const buttons = [...turn(messages.buttons.back, page - 1), ...turn(messages.buttons.more, page + 1)];
  const opened = articles.map(({ article }) => ({
    label: titleOf(article, messages, 60),
    about: [dayOf(article.published) ?? messages.answer.undated, article.publisher ?? ''].join(' '),
    value: customId('read', markOf(article.id), 0),
  }));
  return reply(
    [
      text(head),
      text(listOf(articles, messages, [head, foot])),
      text(foot),
      ...menu('open', messages.articles.open, opened),
      ...narrowed(list, place, messages),
      ...rows(buttons),
    ],
    ephemeral,
  );
}

/** The menus of publishers and of months, where there is more than one to choose. */
function narrowed(list: ArticleList, place: string | undefined, { articles: words }: Messages): Part[] {
  const { facets, filter } = list;
  const { publisher, ...days } = filter;
  const by = (parts: Filter) => idOf(list, place, { page: 0, filter: parts });
  const all = (clears: boolean, parts: Filter) => (clears ? [{ label: words.all, value: by(parts) }] : []);
  const publishers = facets.publishers.map(({ name, articles }) => ({
    label: `${isolated(shortened(oneLine(name), 40))} — ${articles}`,
    value: by({ ...days, publisher: name }),
  }));
  const months = periodsOf(facets.months).map(({ name, articles }) => ({
    label: `${name} — ${articles}`,
    value: by({
      ...(publisher !== undefined && { publisher }),
      from: `${name}-01-01`.slice(0, 10),
      to: lastDay(name),
    }),
  }));
  const isDated = days.from !== undefined || days.to !== undefined;
  return [
    ...(publishers.length > 1 || publisher !== undefined
      ? menu('publisher', words.byPublisher, [...all(publisher !== undefined, days), ...publishers])
      : []),
    ...(months.length > 1 || isDated
      ? menu('month', words.byMonth, [
          ...all(isDated, publisher === undefined ? {} : { publisher }),
          ...months,
        ])
      : []),
  ];
}

/** What a menu holds beside the one option that clears it. */
const MOST_PERIODS = 24;

/** Months, or years where there are too many of them, newest first. */
function periodsOf(months: Facets['months']): Facets['months'] {
  if (months.length <= MOST_PERIODS) return months;
  const years = new Map<string, number>();
  for (const { name, articles } of months) {
    const year = name.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + articles);
  }
  return [...years].map(([name, articles]) => ({ name, articles }));
}

/** Of a month or a year. */
function lastDay(period: string): string {
  const [year, month = 12] = period.split('-').map(Number);
  return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year!, month, 0)).getUTCDate()}`;
}

function idOf(
  { filter }: ListRequest,
  place: string | undefined,
  to: { readonly page: number; readonly filter?: Filter },
): string | undefined {
  const parts = filterParts(to.filter ?? filter);
  return place === undefined ? undefined : customId('articles', to.page, place, ...parts);
}

/** All of a page, always: where it doesn't fit, without links, and then with shorter titles and publishers. */
function listOf(articles: readonly ArticleSummary[], messages: Messages, around: readonly string[]): string {
  if (articles.length === 0) return messages.articles.none;
  const forms = [
    { linked: true, title: 120, publisher: 60 },
    { linked: false, title: 120, publisher: 60 },
    { linked: false, title: 60, publisher: 30 },
  ].map((form) => articles.map((one) => lineOf(one, messages, form)).join('\n'));
  return forms.find((lines) => fits([...around, lines])) ?? forms.at(-1)!;
}

function lineOf(
  { article, sentences }: ArticleSummary,
  messages: Messages,
  longest: { linked: boolean; title: number; publisher: number },
): string {
  const url = longest.linked && article.url ? passageUrl(article.url, '') : undefined;
  const day = dayOf(article.published);
  const publisher = article.publisher && isolated(shortened(oneLine(article.publisher), longest.publisher));
  const parts = [
    day === undefined ? messages.answer.undated : dayTag(day),
    ...(publisher ? [escapeMarkdown(publisher)] : []),
    escapeMarkdown(messages.articles.sentences(sentences)),
    ...(url ? [link('↗', url)] : []),
  ];
  const title = `**${escapeMarkdown(titleOf(article, messages, longest.title))}**`;
  return `${title}\n-# ${parts.join(' · ')}`;
}
