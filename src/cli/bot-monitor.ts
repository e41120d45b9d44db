import { type ArchiveThread, percentOf } from '../archive/archive-thread.ts';
import type { BotConfig } from '../config.ts';
import type { Bot } from '../discord/bot.ts';
import type { Log } from '../log.ts';
import { answerHealth } from '../monitoring/answer-health.ts';
import type { BotReport } from '../monitoring/bot-report.ts';
import type { BotState } from '../monitoring/bot-state.ts';
import { packageVersion } from '../package.ts';

/** Tells others how a bot is: `ibid health` by its socket, and Prometheus where `IBID_METRICS` is set. */
export interface BotMonitor {
  /** Takes what happens; for who counts it. */
  readonly report: (report: BotReport) => void;
  state(): BotState;
  /** From now on it says how far the archive is read. */
  follow(thread: Pick<ArchiveThread, 'progress'>): void;
  /** From now on it says which connections to Discord there are. */
  connected(bot: Pick<Bot, 'shards'>): void;
  close(): void;
}

/** `folder`: the archive's own (`archiveFolder`). Throws `UsageError` where `IBID_METRICS` can't be used. */
export async function monitorBot(
  folder: string,
  { metrics }: Pick<BotConfig, 'metrics'>,
  log: Log,
): Promise<BotMonitor> {
  const about = { pid: process.pid, version: packageVersion(), startedAt: Date.now() };
  let archive: BotState['archive'] = { isOpen: false, percent: 0 };
  let percent = () => 0;
  let shards: Bot['shards'] = () => [];
  const state = (): BotState => ({
    ...about,
    archive: archive.isOpen ? archive : { isOpen: false, percent: percent() },
    shards: shards(),
  });
  const counted = metrics && (await openMetrics(metrics, state, log));
  const health = await answerHealth(folder, state, (reason) =>
    log.warn({ reason }, 'ibid health can’t ask this process'),
  );
  return {
    report(report) {
      if (report.kind === 'archive') {
        const { articles, sentences } = report;
        archive = { isOpen: true, articles, sentences, lookedAt: Date.now() };
      }
      if (report.kind === 'sync' && report.outcome === 'done' && archive.isOpen)
        archive = { ...archive, lookedAt: Date.now() };
      counted?.count(report);
    },
    state,
    follow({ progress }) {
      percent = () => percentOf(progress());
    },
    connected(bot) {
      shards = () => bot.shards();
    },
    close() {
      health.close();
      counted?.close();
    },
  };
}

/** Loads the library only where it is wanted. */
async function openMetrics(address: NonNullable<BotConfig['metrics']>, state: () => BotState, log: Log) {
  const { createMetrics } = await import('../monitoring/metrics.ts');
  const { serveMetrics } = await import('../monitoring/serve-metrics.ts');
  const metrics = createMetrics(state);
  const { url, isOpen, close } = await serveMetrics(address, metrics);
  log.info({ url }, 'metrics');
  if (isOpen) log.warn({ url }, 'metrics can be read by whoever reaches this machine there');
  return { count: metrics.count, close };
}
