import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import { entriesOf, TOP } from '../contender.js';
/** FlexSearch with whole words ("strict"), any of which is enough ("suggest"): no misspellings, no beginnings. */
export function flexSearch(folder) {
    const index = new Index({ tokenize: 'strict' });
    return {
        add(documents) {
            for (const { id, body } of entriesOf(documents))
                index.add(id, body);
        },
        save: () => index.export((key, data) => writeFileSync(join(folder, `${key}.json`), data ?? '')),
        open() {
            for (const file of readdirSync(folder))
                index.import(file.replace(/\.json$/, ''), readFileSync(join(folder, file), 'utf8'));
        },
        ask: (question) => index.search(question, { limit: TOP, suggest: true }),
        remove({ sentences }) {
            for (const { number } of sentences)
                index.remove(number);
        },
    };
}
