/** Numbers on a running bot, as Prometheus reads them. The only door to prom-client. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { REFUSALS } from '../discord/report.ts';
import type { BotReport } from './bot-report.ts';
import { type BotState, isReady } from './bot-state.ts';

export interface Metrics {
  count(report: BotReport): void;
  /** The exposition format of Prometheus, version 0.0.4. */
  text(): Promise<string>;
  readonly contentType: string;
}

/**
 * Bounds of the histogram, in seconds. Most answers take 2 to 20 ms, with a model .1 s; after one second "… is thinking" is shown, after three
 * Discord gives an interaction up.
 */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/** Counts what is reported from now on; `state` is asked at each look. With what Node.js says of itself: CPU, memory, event loop, GC. */
export function createMetrics(state: () => BotState): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  showState(register, state);
  const count = counting(register);
  return { count, text: () => register.metrics(), contentType: register.contentType };
}

function counting(register: Registry): (report: BotReport) => void {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [register] });
  const interactions = counter(
    'ibid_interactions_total',
    'Commands, buttons and suggestions, by what became of them',
    ...(['type', 'name', 'outcome'] as const),
  );
  const seconds = new Histogram({
    name: 'ibid_interaction_seconds',
    help: 'From an interaction to its answer, without those that were refused',
    labelNames: ['type', 'name'] as const,
    buckets: SECONDS,
    registers: [register],
  });
  const responses = counter('ibid_discord_responses_total', 'Answers of Discord to requests', 'status');
  const syncs = counter('ibid_archive_syncs_total', 'Looks at the files of the archive', 'outcome');
  const crashes = counter('ibid_archive_crashes_total', 'Crashes of the thread that answers');
  const feeds = counter('ibid_feed_looks_total', 'Looks at feeds', 'outcome');
  const articles = counter('ibid_feed_articles_total', 'Articles that feeds link to', 'outcome');
  // An alert on what has never happened needs a 0.
  for (const outcome of ['done', 'failed']) syncs.inc({ outcome }, 0);
  for (const outcome of ['read', 'not-modified', 'refused', 'failed']) feeds.inc({ outcome }, 0);
  for (const status of ['2xx', '4xx', '429', '5xx']) responses.inc({ status }, 0);
  return (report) => {
    switch (report.kind) {
      case 'interaction': {
        const { type, name, outcome } = report;
        interactions.inc({ type, name, outcome });
        if (!REFUSED.has(outcome)) seconds.observe({ type, name }, report.seconds);
        break;
      }
      case 'response':
        responses.inc({ status: statusClass(report.status) });
        break;
      case 'sync':
        syncs.inc({ outcome: report.outcome });
        break;
      case 'crash':
        crashes.inc();
        break;
      case 'feed':
        feeds.inc({ outcome: report.outcome });
        articles.inc({ outcome: 'stored' }, report.stored);
        articles.inc({ outcome: 'refused' }, report.refused);
        break;
      case 'feeds-failed':
        feeds.inc({ outcome: 'failed' });
    }
  };
}

const REFUSED: ReadonlySet<string> = new Set(REFUSALS);

/** Discord's way to say "not so fast" is no fault of anybody's: it is apart from the others. */
function statusClass(status: number): string {
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}

/** What is so at the moment of a look. */
function showState(register: Registry, state: () => BotState): void {
  const gauge = (name: string, help: string, shown: (state: BotState) => number | undefined) =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        const value = shown(state());
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  gauge('ibid_ready', '1 where it answers from its archive in Discord, 0 where not', (now) =>
    Number(isReady(now)),
  );
  gauge('ibid_archive_open', '1 once the archive has been read for the first time', ({ archive }) =>
    Number(archive.isOpen),
  );
  gauge('ibid_archive_articles', 'Articles that it answers from', ({ archive }) =>
    archive.isOpen ? archive.articles : undefined,
  );
  gauge('ibid_archive_sentences', 'Sentences that it answers from', ({ archive }) =>
    archive.isOpen ? archive.sentences : undefined,
  );
  gauge('ibid_archive_looked_at_seconds', 'When the index last agreed with the files', ({ archive }) =>
    archive.isOpen ? archive.lookedAt / 1_000 : undefined,
  );
  new Gauge({
    name: 'ibid_discord_shard_connected',
    help: '1 where a connection to Discord is there, 0 where it is lost',
    labelNames: ['shard'],
    registers: [register],
    collect() {
      for (const { shard, isConnected } of state().shards) this.set({ shard }, Number(isConnected));
    },
  });
  new Gauge({
    name: 'ibid_build_info',
    help: 'Always 1; the version of Ibid',
    labelNames: ['version'],
    registers: [register],
  }).set({ version: state().version }, 1);
}
