import { readFile } from 'node:fs/promises';
import { codeOf, faultOf } from '../../ingest/files/file-error.ts';

/** Where the addresses of feeds stand: in a file, or in the settings themselves. */
export type FeedSource = { readonly file: string } | { readonly addresses: readonly string[] };

export interface FeedList {
  readonly feeds: readonly string[];
  /** What in it is no address, as a line to read. */
  readonly faults: readonly string[];
}

/** An address a line; `#` begins a comment where a line or a word begins with it. A file that isn't there lists none. */
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
    if (codeOf(error) === 'ENOENT') return { feeds: [], faults: [] };
    return { feeds: [], faults: [`${source.file} ${faultOf(error)}`] };
  }
}

function withoutComment(line: string): string {
  const mark = line.search(/(?<!\S)#/u);
  return (mark === -1 ? line : line.slice(0, mark)).trim();
}

function listOf(entries: readonly { readonly text: string; readonly where: string }[]): FeedList {
  const feeds = new Set<string>();
  const faults: string[] = [];
  for (const { text, where } of entries) {
    if (text === '') continue;
    if (/^https?:\/\//iu.test(text) && URL.canParse(text)) feeds.add(withoutFragment(text));
    else faults.push(`${where}: not an http(s) address: ${JSON.stringify(text.slice(0, 100))}`);
  }
  return { feeds: [...feeds], faults };
}

export function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
