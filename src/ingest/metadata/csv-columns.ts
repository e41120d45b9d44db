import { type Column, FIELD_NAMES, nameKey } from './field-names.ts';

/** Maps each known column to its index in the header: by its best name, and of one name the first. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const keys = header.map(nameKey);
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(FIELD_NAMES) as [Column, readonly string[]][]) {
    // Whether a source is an address is seen in its values; in tables it is a paper.
    const name = names.find((one) => keys.includes(one) && !(column === 'url' && one === 'source'));
    if (name !== undefined) columns.set(column, keys.indexOf(name));
  }
  return columns;
}

/** The delimiter: a tab in a .tsv, otherwise the one that the header has most of. Excel writes ; in half of Europe. */
export function delimiterOf(text: string, path: string): string {
  if (/\.tsv$/iu.test(path)) return '\t';
  const stated = text.match(/^\ufeff?sep=([,;\t|])\r?\n/iu)?.[1];
  if (stated) return stated;
  const end = text.indexOf('\n');
  const header = end < 0 ? text : text.slice(0, end);
  const counts = [',', ';', '\t', '|'].map((delimiter) => header.split(delimiter).length);
  return [',', ';', '\t', '|'][counts.indexOf(Math.max(...counts))]!;
}
