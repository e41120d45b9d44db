/** Counts what a file holds beside its articles: no fault, but worth a line. */
export function skipped() {
    const counts = new Map();
    return {
        /** Counts one of a kind, which is given in the plural: "redirects". */
        count(kind) {
            counts.set(kind, (counts.get(kind) ?? 0) + 1);
        },
        /** One warning with all counts; nothing where nothing was counted. */
        *items() {
            if (counts.size === 0)
                return;
            const kinds = [...counts].map(([kind, count]) => `${kind} (${count.toLocaleString('en-US')})`);
            yield { flaw: { severity: 'warning', reason: `left out: ${kinds.join(', ')}` } };
        },
    };
}
