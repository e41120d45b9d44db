import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insertMultiple, load, removeMultiple, save, search, } from '@orama/orama';
import { entriesOf, TOP } from '../contender.js';
/** Sentences that Orama is handed before it may breathe; without a pause in between. */
const BATCH = 1000;
/** Orama as it comes, any word is enough (threshold 1); it keeps the texts as well. */
export function orama(folder) {
    const db = create({ schema: { body: 'string' } });
    const file = join(folder, 'index.json');
    const top = (term, more = {}) => {
        // Without hooks it answers at once; its type allows for those that wait.
        const { hits } = search(db, { term, limit: TOP, threshold: 1, ...more });
        return hits.map(({ id }) => Number(id));
    };
    return {
        async add(documents) {
            const entries = [...entriesOf(documents)].map(({ id, body }) => ({ id: String(id), body }));
            await insertMultiple(db, entries, BATCH, undefined, undefined, 0);
        },
        save: () => writeFileSync(file, JSON.stringify(save(db))),
        open: () => load(db, JSON.parse(readFileSync(file, 'utf8'))),
        ask: (question) => top(question),
        typo: (word) => top(word, { tolerance: 1 }),
        prefix: (beginning) => top(beginning),
        async remove({ sentences }) {
            const ids = sentences.map(({ number }) => String(number));
            await removeMultiple(db, ids);
        },
    };
}
