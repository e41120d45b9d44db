import * as z from 'zod/mini';
import type { Article } from '../../model/article.ts';
import { FIELD_NAMES, nameKey } from './field-names.ts';
import { publishedOf } from './published.ts';

/** The fields of an article that its file may state. */
export type ArticleFields = Partial<
  Pick<Article, 'title' | 'published' | 'publisher' | 'author' | 'url' | 'language' | 'tags'>
>;

/** A field that is dropped because its value is invalid, by its name in the file. */
export interface InvalidField {
  readonly name: string;
  readonly reason: string;
}

/** Validates the fields of a record, under any of their names (`FIELD_NAMES`). Unknown fields are ignored; null and blank values count as absent. */
export function fieldsOf(record: Readonly<Record<string, unknown>>): {
  fields: ArticleFields;
  invalid: InvalidField[];
} {
  const fields: Record<string, unknown> = {};
  const invalid: InvalidField[] = [];
  const keys = new Map<string, string>();
  for (const name of Object.keys(record))
    if (!isAbsent(record[name])) keys.set(nameKey(name), keys.get(nameKey(name)) ?? name);
  for (const field of Object.keys(SCHEMA) as Field[]) {
    const name = FIELD_NAMES[field]
      .map((one) => keys.get(one))
      .find((one) => one !== undefined && fits(field, one, record[one]));
    if (name === undefined) continue;
    const parsed = SCHEMA[field].safeParse(record[name]);
    if (parsed.success) fields[field] = parsed.data;
    else invalid.push({ name, reason: `${name} ${parsed.error.issues[0]?.message}` });
  }
  return { fields, invalid };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

const scalar = z.union([z.string(), z.number()], {
  error: (issue) => `isn't text: ${shown(issue.input)}; dropped`,
});
const words = z.pipe(
  scalar,
  z.transform((value) => unlinked(String(value).replace(/\s+/gu, ' ').trim())),
);

/** `[[A. Writer]]`, as Obsidian writes names, is a link and not part of the name. */
function unlinked(words: string): string {
  return words.replace(/^\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]$/u, '$1');
}

const listOfWords = z.array(words, {
  error: (issue) => `isn't a list of words: ${shown(issue.input)}; dropped`,
});

const SCHEMA = {
  title: words,
  published: z.transform((value: unknown, context) => {
    const result = publishedOf(value);
    if ('published' in result) return result.published;
    context.issues.push({ code: 'custom', input: value, message: `${result.fault}; left undated` });
    return z.NEVER;
  }),
  publisher: words,
  author: z.union(
    [
      words,
      z.pipe(
        listOfWords,
        z.transform((names) => names.join(', ')),
      ),
    ],
    {
      error: (issue) => `isn't text: ${shown(issue.input)}; dropped`,
    },
  ),
  url: words.check(
    z.refine(isWebAddress, { error: (issue) => `isn't an http(s) address: ${shown(issue.input)}; dropped` }),
  ),
  language: words,
  tags: z.pipe(
    z.union(
      [
        z.pipe(
          z.string(),
          z.transform((list) => list.split(',')),
        ),
        z.array(z.union([z.string(), z.number()])),
      ],
      {
        error: (issue) => `isn't a list of words: ${shown(issue.input)}; dropped`,
      },
    ),
    z.transform((tags) => tags.map((tag) => String(tag).trim()).filter((tag) => tag !== '')),
  ),
};

type Field = keyof typeof SCHEMA;

/** `source` is an address in notes, and the name of a paper in tables. */
function fits(field: Field, name: string, value: unknown): boolean {
  if (nameKey(name) !== 'source') return true;
  const isAddress = typeof value === 'string' && isWebAddress(value.trim());
  return field === 'url' ? isAddress : !isAddress;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//iu.test(address) && URL.canParse(address);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
