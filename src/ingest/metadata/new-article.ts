import type { Article, Origin } from '../../model/article.ts';
import type { Item } from '../formats/reader.ts';

type Fields = Partial<Omit<Article, 'id' | 'path' | 'text' | 'encoding' | 'origin' | 'otherDates'>>;

/** Where an article comes from: its id, its file, the encoding of the file, and its line (from 1) where it has one. */
export interface ArticlePlace {
  readonly id: string;
  readonly path: string;
  readonly encoding: string;
  readonly line?: number;
}

interface Parts extends ArticlePlace {
  readonly text: string;
  readonly fields?: Fields;
  /** Where `fields` were found: all of them, or each. */
  readonly fieldsFrom?: Origin | Article['origin'];
  readonly otherDates?: Article['otherDates'];
  /** The heading of a Markdown text, should the fields hold no title. */
  readonly heading?: string | undefined;
}

/** Makes an article, with the best title there is (field, heading, opening words); a flaw where it has no text. */
export function articleOf(parts: Parts): Item {
  const { id, path, text, encoding, fields = {}, fieldsFrom } = parts;
  const line = parts.line === undefined ? {} : { line: parts.line };
  if (!/\S/u.test(text)) return { flaw: { severity: 'error', ...line, reason: 'no text' } };
  const origin: Record<string, Origin> = typeof fieldsFrom === 'object' ? { ...fieldsFrom } : {};
  if (typeof fieldsFrom === 'string') for (const name of Object.keys(fields)) origin[name] = fieldsFrom;
  if (fields.title === undefined) origin.title = parts.heading ? 'heading' : 'opening words';
  const title = fields.title ?? (parts.heading || openingWords(text));
  const dates = parts.otherDates?.length ? { otherDates: parts.otherDates } : {};
  return { article: { id, path, text, encoding, ...fields, ...dates, title, origin }, ...line };
}

/** A path without its last extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/u, '');
}

/** In UTF-16 units: about what fits on one line of a reply. */
const MAX_TITLE_LENGTH = 80;

/** The first line that isn't blank, cut between words where it is longer than a title may be. */
export function openingWords(text: string): string {
  const line = text.match(/\S.*/u)?.[0] ?? '';
  const words = line
    .slice(0, MAX_TITLE_LENGTH * 20)
    .replace(/\s+/gu, ' ')
    .trim();
  if (words.length <= MAX_TITLE_LENGTH) return words;
  const cut = words.lastIndexOf(' ', MAX_TITLE_LENGTH);
  // Chinese and Japanese have no spaces: cut anywhere, but not inside a character.
  const kept = cut > 0 ? words.slice(0, cut) : wholeCharacters(words, MAX_TITLE_LENGTH);
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}

function wholeCharacters(text: string, length: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length * 2))) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  return kept || text.slice(0, length);
}
