import { parse, TomlError } from 'smol-toml';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Flaw } from '../formats/reader.ts';
import { type ArticleFields, fieldsOf, type InvalidField } from './fields.ts';

/** A Markdown file taken apart. `flaws` has an error where the front matter is broken; then there is no text. */
export interface FrontMatter {
  /** What follows the front matter. */
  readonly text: string;
  readonly fields: ArticleFields;
  readonly flaws: readonly Flaw[];
}

/** In UTF-16 units. Front matter is a screen of lines; the bound keeps deep nesting from exhausting the parser's stack. */
const MAX_LENGTH = 16 * 1024;

/** Splits a text that starts with front matter: YAML after a `---` line, TOML after a `+++` line, or a JSON object. */
export function splitFrontMatter(whole: string): FrontMatter {
  const start = whole.search(/\S/u);
  if (whole[start] === '{') return splitJson(whole, start);
  const mark = whole.startsWith('+++', start) ? '+++' : '---';
  const from = whole.indexOf('\n', start) + 1;
  const close = mark === '+++' ? /^\+\+\+[ \t]*(?:\r?\n|$)/gmu : /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gmu;
  close.lastIndex = from;
  const closing = from === 0 ? null : close.exec(whole);
  if (!closing)
    return broken(1, `front matter is opened by "${mark}" and never closed: add a line "${mark}" after it`);
  if (closing.index - from > MAX_LENGTH) return broken(1, tooLarge());
  const text = whole.slice(closing.index + closing[0].length);
  const lines = whole.slice(from, closing.index);
  const above = whole.slice(0, from).split('\n').length - 2;
  const { fields, flaws } = mark === '+++' ? parseToml(lines) : parseFields(lines);
  const isBroken = flaws.some(({ severity }) => severity === 'error');
  return {
    text: isBroken ? '' : text,
    fields,
    flaws: flaws.map((flaw) => ({ ...flaw, line: (flaw.line ?? 1) + above })),
  };
}

function tooLarge(): string {
  return `front matter is too large: over ${MAX_LENGTH / 1024} KB`;
}

/** A JSON object on lines of its own; what only begins like one is text. */
function splitJson(whole: string, start: number): FrontMatter {
  const end = whole.slice(start, start + MAX_LENGTH).match(/^\}[ \t]*(?:\r?\n|$)/mu);
  const json = end ? whole.slice(start, start + end.index! + 1) : '';
  try {
    const record: unknown = JSON.parse(json);
    return { text: whole.slice(start + end!.index! + end![0].length), ...validated(record) };
  } catch {
    return { text: whole, fields: {}, flaws: [] };
  }
}

function parseToml(lines: string): Omit<FrontMatter, 'text'> {
  try {
    return validated(parse(lines));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return broken(error.line + 1, `front matter isn't TOML: ${error.message.split('\n', 1)[0]}`);
  }
}

/** Hugo's own fields stand beside those that a site adds under `params`. */
function validated(given: unknown): Omit<FrontMatter, 'text'> {
  const record = given as Readonly<Record<string, unknown>>;
  const params = typeof record.params === 'object' && record.params !== null ? record.params : {};
  const all: Record<string, unknown> = { ...params, ...record };
  const { fields, invalid } = fieldsOf(
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        value instanceof Date ? String(value.toJSON()) : value,
      ]),
    ),
  );
  return { fields, flaws: invalid.map(({ reason }) => ({ severity: 'warning', line: 1, reason })) };
}

function parseFields(yaml: string): Omit<FrontMatter, 'text'> {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  // All scalars as the text they are: a title 1984 or 007, and dates, are nothing that YAML should interpret.
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // A stack that overflows is what deep nesting comes to.
    const fault = /call stack/u.test(error.message) ? 'nested too deeply' : error.message;
    return broken(lineAt(error.pos[0]), `front matter isn't YAML: ${fault}`);
  }
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === '')) return { fields: {}, flaws: [] };
  if (!isMap(contents)) return broken(2, 'front matter isn\'t a list of "name: value" lines');

  let record: Record<string, unknown>;
  try {
    record = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    // The one thing that the library reports by throwing: aliases that would unfold without end.
    return broken(
      2,
      `front matter can't be expanded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { fields, invalid } = fieldsOf(withoutNulls(record));
  const lineOf = ({ name }: InvalidField) => {
    const key = contents.items.map((item) => item.key).find((key) => isScalar(key) && key.value === name);
    return isScalar(key) && key.range ? lineAt(key.range[0]) : 2;
  };
  return {
    fields,
    flaws: invalid.map((one) => ({ severity: 'warning', line: lineOf(one), reason: one.reason })),
  };
}

/** The schema knows no null: these are the ways to write it. */
function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '~' && value !== 'null'));
}

function broken(line: number, reason: string): FrontMatter {
  return { text: '', fields: {}, flaws: [{ severity: 'error', line, reason }] };
}
