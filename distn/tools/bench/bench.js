import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stem, termsOf } from '../../src/text/tokens/words.js';
import { startChild } from './child.js';
import { lineOf, writeDocumentFile } from './document-file.js';
/** Questions sent at once; the time limit is looked at after each batch. */
const BATCH = 100;
/** How often all questions are asked of a contender in one go: with its own memory in the processor's cache, as where it is alone. */
const ROUNDS = 3;
/** Untimed rounds, so that Node compiles hot code. */
const WARM_UP_ROUNDS = 5;
const WARM_UP_LIMIT_MS = 1_000;
const CHANGES = 30;
/** Untimed changes before the timed ones. */
const WARM_UP_CHANGES = 20;
/** Of an article that is added. */
const USUAL_SENTENCES = 25;
/** No article of the bench has more: the numbers of an added article's sentences are free. */
const MAX_ARTICLE_SENTENCES = 1_000_000;
/** How long a contender is asked one kind of questions in a round. */
const ROUND_LIMIT_MS = 40_000;
/**
 * Measures contenders over the same archive and the same questions, each in a process of its own: one builds and saves,
 * one opens and answers. They take turns, several times, so that a busy minute of the machine hits all alike.
 */
export async function bench(names, grown, workload, folder, tell) {
    const documents = join(folder, 'documents.jsonl');
    writeDocumentFile(documents, grown.documents);
    const builds = new Map();
    for (const name of names) {
        tell(`${name}: building`);
        try {
            const process = await start(name, folder);
            builds.set(name, await process.order('build', { do: 'build', documents }));
            process.end();
        }
        catch (error) {
            tell(`${error.message}: left out`);
        }
    }
    const running = [];
    const opened = [];
    for (const name of builds.keys()) {
        tell(`${name}: opening`);
        const process = await start(name, folder);
        opened.push((await process.order('open', { do: 'open' })).open);
        running.push(process);
    }
    try {
        return await answers(running, { builds, opened }, grown, workload, tell);
    }
    finally {
        for (const process of running)
            process.end();
    }
}
async function answers(running, before, grown, { questions, typos, prefixes }, tell) {
    const ask = (texts) => ({ do: 'ask', texts });
    const askTypos = (typos) => ({ do: 'typo', typos });
    const askPrefixes = (texts) => ({ do: 'prefix', texts });
    tell('warming up');
    for (let times = 0; times < WARM_UP_ROUNDS; times++) {
        await inTurns(running, questions, ask, WARM_UP_LIMIT_MS);
        await inTurns(running, typos, askTypos, WARM_UP_LIMIT_MS);
        await inTurns(running, prefixes, askPrefixes, WARM_UP_LIMIT_MS);
    }
    tell('asking');
    const asked = await inRounds(() => inTurns(running, questions, ask, ROUND_LIMIT_MS));
    tell('words typed wrong, beginnings of words');
    const misspelt = await inRounds(() => inTurns(running, typos, askTypos, ROUND_LIMIT_MS));
    const begun = await inRounds(() => inTurns(running, prefixes, askPrefixes, ROUND_LIMIT_MS));
    const memory = [];
    for (const process of running)
        memory.push((await process.order('memory', { do: 'memory' })).resident);
    tell('an article more, an article less');
    const changes = await changed(running, grown);
    const termsOfSentence = termsOfSentences(grown);
    return running.map(({ name }, i) => ({
        name,
        build: before.builds.get(name).build,
        disk: before.builds.get(name).bytes,
        open: before.opened[i],
        memory: memory[i],
        ask: asked[i].each,
        typo: misspelt[i]?.each,
        typoHits: misspelt[i] && hitRate(misspelt[i].found, typos, termsOfSentence),
        prefix: begun[i]?.each,
        ...changes[i],
    }));
}
/** Asks one contender after the other, each until it has been asked all or `limitMs` have passed. */
async function inTurns(running, list, order, limitMs) {
    const all = [];
    for (const process of running) {
        let sum = { each: [], found: [] };
        for (let at = 0, spent = 0; sum && at < list.length && spent <= limitMs; at += BATCH) {
            const report = await process.order('ask', order(list.slice(at, at + BATCH)));
            sum = report && { each: [...sum.each, ...report.each], found: [...sum.found, ...report.found] };
            for (const ms of report?.each ?? [])
                spent += ms;
        }
        all.push(sum);
    }
    return all;
}
/** Repeats a round: all times, and what was found in the first one. */
async function inRounds(round) {
    let all = await round();
    for (let times = 1; times < ROUNDS; times++) {
        const next = await round();
        all = all.map((one, i) => one && { ...one, each: [...one.each, ...(next[i]?.each ?? [])] });
    }
    return all;
}
/** Adds an article of about 25 sentences, asks for it and removes it, again and again. */
async function changed(running, { documents }) {
    const awayFromUsual = ({ sentences }) => Math.abs(sentences.length - USUAL_SENTENCES);
    const usual = [...documents].sort((a, b) => awayFromUsual(a) - awayFromUsual(b)).slice(0, CHANGES);
    const first = documents.at(-1).sentences.at(-1).number + 1;
    const all = running.map(() => ({ add: [], answer: [], remove: [] }));
    for (let turn = 0; turn < WARM_UP_CHANGES + CHANGES; turn++) {
        const line = lineOf(usual[turn % usual.length]);
        for (const [i, process] of running.entries()) {
            const order = {
                line,
                document: documents.length + turn,
                sentence: first + turn * MAX_ARTICLE_SENTENCES,
            };
            const report = await process.order('change', { do: 'change', ...order });
            if (!report || turn < WARM_UP_CHANGES)
                continue;
            all[i].add.push(report.add);
            all[i].answer.push(report.answer);
            all[i].remove.push(report.remove);
        }
    }
    return all.map(({ add, answer, remove }) => ({
        add: medianOf(add),
        answer: medianOf(answer),
        remove: medianOf(remove),
    }));
}
function termsOfSentences({ documents }) {
    const places = documents.flatMap((document) => document.sentences.map((sentence) => ({ document, sentence })));
    return (number) => {
        const place = places[number];
        return place ? termsOf(place.document.article.text.slice(place.sentence.start, place.sentence.end)) : [];
    };
}
/** Share of the typos that found a sentence with the meant word, in whatever form. */
function hitRate(found, typos, termsOfSentence) {
    const hits = found.filter((sentences, i) => {
        const meant = stem(typos[i].meant);
        return sentences.some((one) => termsOfSentence(one).includes(meant));
    });
    return found.length === 0 ? undefined : hits.length / found.length;
}
/** The value below which this share of the values lies, from 0 to 1; `undefined` where there is none. */
export function percentile(values, share) {
    return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
}
/** `undefined` where there is no value. */
export function medianOf(values) {
    return percentile(values, 0.5);
}
async function start(name, folder) {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    const child = await startChild('./measured-process.js', name, {
        args: [name, own],
        node: HEAP,
    });
    return {
        name,
        order: async (_kind, order) => ((await child.order(order)) ?? undefined),
        end: child.end,
    };
}
/** For contenders that keep a million sentences in objects; memory is measured after a collection. */
const HEAP = ['--max-old-space-size=8192', '--expose-gc'];
