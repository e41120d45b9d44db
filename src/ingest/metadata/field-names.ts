/** What a record may say of an article: its fields, the text and the id. */
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
 * Names of each in tables, JSON Lines and front matter, best first: our own, and those of the news tables people share (GDELT,
 * "All the News", mediacloud, newspaper3k, news-please, trafilatura, WordPress) and of writers of front matter (Hugo, Jekyll, Astro,
 * Obsidian). Compared without case, spaces and marks.
 */
export const FIELD_NAMES: Readonly<Record<Column, readonly string[]>> = {
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
    'bodytext',
    'storytext',
    'rawtext',
    'plaintext',
  ],
  title: ['title', 'headline', 'articletitle', 'heading'],
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
    'publishedon',
    'firstpublished',
    'datetime',
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
    'sitename',
    'medianame',
    'website',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  url: [
    'url',
    'link',
    'articleurl',
    'sourceurl',
    'permalink',
    'address',
    'canonicalurl',
    'originalurl',
    'source',
  ],
  language: ['language', 'lang'],
  tags: ['tags', 'keywords'],
};

/** A name as it is compared: `Date Published` and `date_published` are one. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
