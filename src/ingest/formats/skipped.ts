import type { Item } from './reader.ts';

/** Counts what a file holds beside its articles, which is no fault and still worth a word. */
export function skipped() {
  const counts = new Map<string, number>();
  return {
    /** `kind` in the plural: "redirects". */
    count(kind: string): void {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
    /** One line of all of them, if there are any. */
    *items(): Generator<Item> {
      if (counts.size === 0) return;
      const kinds = [...counts].map(([kind, count]) => `${kind} (${count.toLocaleString('en-US')})`);
      yield { flaw: { severity: 'warning', reason: `left out: ${kinds.join(', ')}` } };
    },
  };
}

export type Skipped = ReturnType<typeof skipped>;
