import { join } from 'node:path';
import { readCorpus } from '../../../src/ingest/read-corpus.ts';
import type { Article } from '../../../src/model/article.ts';
import type { FeedsWorld, PassOptions } from '../../../src/web/feeds/feeds-context.ts';
import { pass } from '../../../src/web/feeds/poll-feeds.ts';
import type { PassReport } from '../../../src/web/feeds/report.ts';
import { openFetcher } from '../../../src/web/fetcher.ts';
import { type Files, folderOf } from '../../ingest/folder.ts';
import { patientClock, type Route, type Site, siteOf } from '../site.ts';

export interface Item {
  readonly link: string;
  readonly title?: string;
  readonly date?: string;
}

export function rss(items: readonly Item[], title = 'Harbour Post'): Route {
  const entries = items.map(
    ({ link, title = 'A title', date = 'Sun, 14 Mar 2021 10:30:00 +0200' }) =>
      `<item><title><![CDATA[${title}]]></title><link>${link}</link><pubDate>${date}</pubDate></item>`,
  );
  return {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>/</link><language>en</language>${entries.join('')}</channel></rss>`,
  };
}

export function page(text: string, head = ''): string {
  const filler =
    'The paper has more to say of it, and says it in long sentences, one after the other, of the same day. ';
  return `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a></nav><article><p>${text}</p><p>${filler.repeat(4)}</p></article></body></html>`;
}

/** A paper of this machine, an archive that takes it in, and a clock that doesn't wait. */
export interface Paper {
  readonly site: Site;
  readonly corpus: string;
  readonly world: FeedsWorld;
  readonly clock: ReturnType<typeof patientClock>;
  /** `outcome what: why` of each feed and each of its articles. */
  look(options?: PassOptions): Promise<string[]>;
  /** The archive's articles as they are read. */
  articles(): Promise<Article[]>;
  /** As if the process had been started anew. */
  restarted(): FeedsWorld;
}

export const EVERY_MS = 30 * 60_000;

export async function paperOf(
  routes: Record<string, Route>,
  { feeds = ['/rss'], files = {} }: { feeds?: readonly string[]; files?: Files } = {},
): Promise<Paper> {
  const site = await siteOf(routes);
  const list = feeds.map((feed) => new URL(feed, site.url).href).join('\n');
  const corpus = await folderOf({ 'feeds.txt': list, ...files });
  const data = await folderOf({});
  const clock = patientClock();
  const worldOf = (): FeedsWorld => ({
    corpus,
    memory: join(data, 'feeds'),
    source: { file: join(corpus, 'feeds.txt') },
    fetcher: openFetcher({ allowHosts: [site.host], clock }),
    clock,
    everyMs: EVERY_MS,
    random: () => 0.5,
  });
  let world = worldOf();
  return {
    site,
    corpus,
    get world() {
      return world;
    },
    clock,
    look: async (options) => linesOf(await pass(world, options), site),
    articles: async () => (await readCorpus(corpus)).articles,
    restarted() {
      world = worldOf();
      return world;
    },
  };
}

function linesOf({ feeds, faults }: PassReport, site: Site): string[] {
  const line = (outcome: string, what: string, reason?: string) =>
    `${outcome} ${what}${reason === undefined ? '' : `: ${reason}`}`.replaceAll(site.url, '');
  return [
    ...feeds.flatMap(({ feed, outcome, reason, articles }) => [
      line(outcome, feed, reason),
      ...articles.map((one) => line(one.outcome, one.path ?? one.url, one.reason)),
    ]),
    ...faults,
  ];
}

export const BRIDGE = 'The stone bridge of Tarmila reopened on Sunday.';
export const FLOOD = 'The flood of Vellin killed 12 people.';
export const STORED = 'feeds/harbour-post/2021-03-14-the-bridge.md';

export function bridge(more: Record<string, Parameters<typeof paperOf>[0][string]> = {}) {
  return paperOf({
    '/rss': rss([{ link: '/bridge', title: 'The bridge' }]),
    '/bridge': page(BRIDGE),
    ...more,
  });
}
