import { stringify } from 'yaml';
import type { ArticleFields } from './fields.ts';

/** The fields that are written, in this order. */
const NAMES = ['title', 'published', 'publisher', 'author', 'url', 'language'] as const;

export type WrittenFields = Pick<ArticleFields, (typeof NAMES)[number]>;

/**
 * An article as a `.md` file that is read back as it was: the same text to the last character, and the same fields, as
 * long as they are fields and not texts of their own. What stands in them is a stranger's: it can neither end the front
 * matter nor add a field to it.
 */
export function markdownOf(fields: WrittenFields, text: string): string {
  const record = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = tidied(fields[name] ?? '');
      return value === '' ? [] : [[name, value]];
    }),
  );
  const options = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 } as const;
  return `---\n${Object.keys(record).length > 0 ? stringify(record, options) : ''}---\n${text}`;
}

/** Six of them, each of their characters escaped, stay under the 16 KB that front matter may have. */
const MAX_VALUE_LENGTH = 1_000;

/** One line without control characters. */
function tidied(value: string): string {
  const line = value
    .slice(0, MAX_VALUE_LENGTH * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
}
