import type { Archive } from '../../archive/archive.ts';
import type { Filter } from '../../model/query.ts';
import { ARTICLES_PER_PAGE, type ArticleList, type ListRequest } from '../render/articles.ts';

/**
 * Fetches a page of the archive's articles, newest first, and what they can be narrowed to. Where there are fewer pages by now,
 * the last one.
 */
export async function listArticles(archive: Archive, request: ListRequest): Promise<ArticleList> {
  const { about, filter, page } = request;
  const options = { from: page * ARTICLES_PER_PAGE, most: ARTICLES_PER_PAGE, filter };
  const { articles, total } = await archive.articles(about, options);
  const last = Math.max(1, Math.ceil(total / ARTICLES_PER_PAGE)) - 1;
  if (page > last) return listArticles(archive, { ...request, page: last });
  const { publisher, from, to } = filter;
  // A menu holds what else could be chosen: other publishers on these days, other months of the chosen one's year.
  const ofDays = await archive.facets(about, { ...(from && { from }), ...(to && { to }) });
  const ofPublisher = await archive.facets(about, {
    ...(publisher !== undefined && { publisher }),
    ...yearOf(filter),
  });
  return {
    ...request,
    articles,
    total,
    facets: { publishers: ofDays.publishers, months: ofPublisher.months },
  };
}

/** The whole year of days that are in one; otherwise all days. */
function yearOf({ from, to }: Filter): Filter {
  const year = from?.slice(0, 4);
  return year !== undefined && year === to?.slice(0, 4) ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
}
