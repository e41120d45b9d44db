/** A column that is read: the fields that `fieldsOf` knows, the text and the id. */
export type Column =
  | 'id'
  | 'text'
  | 'title'
  | 'published'
  | 'publisher'
  | 'author'
  | 'url'
  | 'language'
  | 'tags';

/**
 * Names of each column in headers, best first: those of JSON Lines, and of the news tables people share (GDELT, "All the
 * News", mediacloud, newspaper3k, WordPress). Compared without case, spaces and marks.
 */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'articleid', 'guid', 'uuid'],
  text: [
    'text',
    'body',
    'content',
    'articletext',
    'fulltext',
    'maintext',
    'articlebody',
    'articlecontent',
    'article',
  ],
  title: ['title', 'headline', 'articletitle'],
  published: [
    'published',
    'date',
    'publishedat',
    'publicationdate',
    'publishdate',
    'datepublished',
    'pubdate',
    'publisheddate',
    'datepublish',
    'createdat',
  ],
  publisher: [
    'publisher',
    'source',
    'publication',
    'outlet',
    'newspaper',
    'sourcename',
    'sourcedomain',
    'site',
  ],
  author: ['author', 'authors', 'byline', 'creator'],
  url: ['url', 'link', 'articleurl', 'sourceurl', 'permalink', 'address'],
  language: ['language', 'lang'],
  tags: ['tags', 'keywords'],
};

/** Maps each known column to its index in the header: by its best name, and of one name the first. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const keys = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const name = names.find((name) => keys.includes(name));
    if (name !== undefined) columns.set(column, keys.indexOf(name));
  }
  return columns;
}

/** The delimiter: a tab in a .tsv, otherwise the one that the header has most of. Excel writes ; in half of Europe. */
export function delimiterOf(text: string, path: string): string {
  if (/\.tsv$/iu.test(path)) return '\t';
  const end = text.indexOf('\n');
  const header = end < 0 ? text : text.slice(0, end);
  const counts = [',', ';', '\t', '|'].map((delimiter) => header.split(delimiter).length);
  return [',', ';', '\t', '|'][counts.indexOf(Math.max(...counts))]!;
}
