/** Who is told what happens to the archive and its feeds, with a report of it for who counts. */
import type { ArchiveListener } from '../archive/archive-thread.ts';
import type { BotReport } from '../monitoring/bot-report.ts';
import type { startPolling } from '../web/feeds/poller.ts';

type Report = (report: BotReport) => void;

export function reportingArchive(listener: ArchiveListener, report: Report): ArchiveListener {
  return {
    ...listener,
    looked() {
      report({ kind: 'sync', outcome: 'done' });
      listener.looked?.();
    },
    failed(error) {
      report({ kind: 'sync', outcome: 'failed' });
      listener.failed(error);
    },
    crashed(error) {
      report({ kind: 'crash' });
      listener.crashed(error);
    },
  };
}

type FeedsListener = Parameters<typeof startPolling>[1];

export function reportingFeeds(listener: FeedsListener, report: Report): FeedsListener {
  return {
    ...listener,
    feed(about) {
      const { outcome, articles } = about;
      if (outcome !== 'not due') {
        const { length: stored } = articles.filter((one) => one.outcome === 'stored');
        const { length: refused } = articles.filter((one) => one.reason !== undefined);
        report({ kind: 'feed', outcome: OUTCOMES[outcome], stored, refused });
      }
      listener.feed(about);
    },
    failed(error) {
      report({ kind: 'feeds-failed' });
      listener.failed(error);
    },
  };
}

const OUTCOMES = { read: 'read', refused: 'refused', 'not modified': 'not-modified' } as const;
