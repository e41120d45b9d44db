import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, {} from 'minisearch';
import { termsOf } from '../../../src/text/tokens/words.js';
import { entriesOf, TOP } from '../contender.js';
/** MiniSearch as it comes, over sentences alone. */
export function miniSearch(folder) {
    return over(folder, { fields: ['body'] });
}
/** With Ibid's words: stems, without function words. */
export function stemmedMiniSearch(folder) {
    return over(folder, { fields: ['body'], tokenize: (text) => termsOf(text), processTerm: (term) => term });
}
/** MiniSearch's own advice for misspellings. */
const FUZZY = 0.2;
function over(folder, options) {
    let index = new MiniSearch(options);
    const top = (results) => results.slice(0, TOP).map(({ id }) => id);
    const file = join(folder, 'index.json');
    return {
        add: (documents) => index.addAll([...entriesOf(documents)]),
        save: () => writeFileSync(file, JSON.stringify(index)),
        open() {
            index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options);
        },
        ask: (question) => top(index.search(question)),
        typo: (word) => top(index.search(word, { fuzzy: FUZZY })),
        prefix: (beginning) => top(index.search(beginning, { prefix: true })),
        remove: (document) => index.removeAll([...entriesOf([document])]),
    };
}
