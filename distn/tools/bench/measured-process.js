/** The process of one contender: it carries out the bench's orders, and reports what they took. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tellFailures } from './child.js';
import { CONTENDERS } from './contenders.js';
import { documentOf, readDocumentFile } from './document-file.js';
import { contentOf } from './workload.js';
tellFailures();
const [name, folder] = process.argv.slice(2);
const contender = (await CONTENDERS[name]())(folder);
process.on('message', async (order) => process.send((await carryOut(order)) ?? null));
process.send(null);
async function carryOut(order) {
    switch (order.do) {
        case 'build':
            return build(order.documents);
        case 'open':
            return { open: await took(() => contender.open()) };
        case 'ask':
            return each(order.texts, contender.ask);
        case 'prefix':
            return each(order.texts, contender.prefix);
        case 'typo':
            return each(order.typos.map(({ typed }) => typed), contender.typo);
        case 'change':
            return change(order.line, order.document, order.sentence);
        case 'memory':
            global.gc?.();
            return { resident: process.memoryUsage.rss() };
    }
}
async function took(work) {
    const began = performance.now();
    await work();
    return performance.now() - began;
}
async function build(path) {
    const documents = [];
    for await (const document of readDocumentFile(path))
        documents.push(document);
    const began = process.cpuUsage();
    await contender.add(documents);
    await contender.save();
    const { user, system } = process.cpuUsage(began);
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    return { build: (user + system) / 1000, bytes };
}
async function each(texts, ask) {
    if (!ask)
        return undefined;
    const report = { each: [], found: [] };
    for (const text of texts) {
        contender.prepare?.(text);
        const began = performance.now();
        const found = await ask(text);
        report.each.push(performance.now() - began);
        report.found.push(found);
    }
    return report;
}
async function change(line, document, sentence) {
    if (!contender.remove)
        return undefined;
    const added = documentOf(line, document, sentence);
    const add = await took(() => contender.add([added]));
    const { start, end } = added.sentences[0];
    const question = contentOf(added.article.text.slice(start, end));
    const answer = await took(() => contender.ask(question));
    const remove = await took(() => contender.remove(added));
    return { add, answer, remove };
}
