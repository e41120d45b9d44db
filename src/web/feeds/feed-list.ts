import { readFile } from 'node:fs/promises';
import { errorCodeOf, fileErrorReason } from '../../ingest/files/file-error.ts';
import { addressKey } from '../../ingest/metadata/canonical-url.ts';

/** Where the addresses of feeds stand: in a file, or in the settings themselves. */
export type FeedSource = { readonly file: string } | { readonly addresses: readonly string[] };

export interface FeedList {
  readonly feeds: readonly string[];
  /** A message for each entry that is no address. */
  readonly faults: readonly string[];
}

/**
 * Reads a list of feeds: one address a line; `#` at the start of a line or word begins a comment. A missing file is
 * an empty list.
 */
export async function readFeedList(source: FeedSource): Promise<FeedList> {
  if ('addresses' in source) return listOf(source.addresses.map((text) => ({ text, where: 'IBID_FEEDS' })));
  try {
    const lines = (await readFile(source.file, 'utf8')).replace(/^\ufeff/u, '').split('\n');
    return listOf(
      lines.map((line, index) => ({
        text: withoutComment(line),
        where: `${source.file}:${index + 1}`,
      })),
    );
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return { feeds: [], faults: [] };
    return { feeds: [], faults: [`${source.file} ${fileErrorReason(error)}`] };
  }
}

function withoutComment(line: string): string {
  const mark = line.search(/(?<!\S)#/u);
  return (mark === -1 ? line : line.slice(0, mark)).trim();
}

function listOf(entries: readonly { readonly text: string; readonly where: string }[]): FeedList {
  /** By their addresses' keys: one feed in two spellings is polled once. */
  const feeds = new Map<string, string>();
  const faults: string[] = [];
  for (const { text, where } of entries) {
    if (text === '') continue;
    if (/^https?:\/\//iu.test(text) && URL.canParse(text)) {
      const key = addressKey(text);
      if (!feeds.has(key)) feeds.set(key, withoutFragment(text));
    } else faults.push(`${where}: not an http(s) address: ${JSON.stringify(text.slice(0, 100))}`);
  }
  return { feeds: [...feeds.values()], faults };
}

/** The address that is fetched: without `#…`. Throws for what is no address. */
export function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
