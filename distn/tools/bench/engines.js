import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES } from '../../src/index/engines/engines.js';
import { startChild } from './child.js';
import { CORPUS, writeArticles } from './growing.js';
/** Enough for a p99 of whole answers, which take longer than searches. */
const QUESTIONS = 200;
/** Each measures all; of what varies with the machine's other work, the least is taken. */
const PROCESSES = 3;
/** Measures an archive of these documents with each engine, by the engine's name. */
export async function measureEngines(documents, questions, folder) {
    mkdirSync(join(folder, CORPUS), { recursive: true });
    writeArticles(documents, join(folder, CORPUS, 'articles.jsonl'));
    // The first one builds the index.
    await measure('segments', { questions: [] }, folder);
    const figures = new Map();
    for (let times = 0; times < PROCESSES; times++) {
        for (const engine of Object.keys(ENGINES)) {
            const report = await measure(engine, { questions: questions.slice(0, QUESTIONS) }, folder);
            const before = figures.get(engine);
            figures.set(engine, before ? leastOf(before, report) : report);
        }
    }
    return figures;
}
async function measure(engine, order, folder) {
    const child = await startChild('./engine-process.js', engine, {
        args: [folder, engine],
        node: ['--expose-gc'],
    });
    try {
        return await child.order(order);
    }
    finally {
        child.end();
    }
}
function leastOf(a, b) {
    const least = (of) => Math.min(a[of], b[of]);
    const leastEach = (of) => a[of].map((ms, i) => Math.min(ms, b[of][i]));
    return {
        ...{ open: least('open'), change: least('change'), pause: least('pause') },
        ...{ heap: least('heap'), resident: least('resident') },
        ...{ ask: leastEach('ask'), askThread: leastEach('askThread') },
    };
}
