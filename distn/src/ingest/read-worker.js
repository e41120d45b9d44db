/** The thread behind `itemsApart`. */
import { serve } from '../threads/serve.js';
import { itemsHere } from './read-here.js';
/**
 * UTF-16 units of text after which a batch is handed over: many small articles travel together. What takes longer to
 * put away than V8 takes to fill its young generation becomes old garbage: 256 K made eight times as much of it.
 */
const BATCH = 32 * 1024;
/** No batch waits longer for its articles, each of which may take as long as a file (`items-apart.ts`). */
const BATCH_MS = 100;
let items;
let seen = 0;
serve((task) => {
    if (task !== 'more') {
        seen = 0;
        items = itemsHere({
            ...task,
            seen: (bytes) => {
                seen = bytes;
            },
        });
    }
    return nextOf(items);
});
async function nextOf(reading) {
    const batch = [];
    const began = performance.now();
    for (let units = 0; units < BATCH && performance.now() - began < BATCH_MS;) {
        const { value, done } = await reading.next();
        if (done)
            return { items: batch, seen, done };
        batch.push(value);
        units += 'article' in value ? value.article.text.length : value.flaw.reason.length;
    }
    return { items: batch, seen, done: false };
}
