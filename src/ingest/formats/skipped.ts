import type { Item } from './reader.ts';

/** Counts what a file holds beside its articles: no fault, but worth a line. */
export function skipped() {
  const counts = new Map<string, number>();
  return {
    /** Counts one of a kind, which is given in the plural: "redirects". */
    count(kind: string): void {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
    /** One warning with all counts; nothing where nothing was counted. */
    *items(): Generator<Item> {
      if (counts.size === 0) return;
      const kinds = [...counts].map(([kind, count]) => `${kind} (${count.toLocaleString('en-US')})`);
      yield { flaw: { severity: 'warning', reason: `left out: ${kinds.join(', ')}` } };
    },
  };
}

/** What `skipped` returns. */
export type Skipped = ReturnType<typeof skipped>;
