import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { verb } from '../../src/cli/verb.js';
import { splitParagraphs } from '../../src/text/sentences/paragraphs.js';
import { splitSentences } from '../../src/text/sentences/sentences.js';
import { UsageError } from '../../src/usage-error.js';
export default verb(new Command('eval-sentences')
    .description('measure sentence splitting')
    .argument('<files...>')
    .option('--verbose', 'show each case that is wrong'), run);
/** Prints what the splitter gets right in each file. */
export async function run(files, flags, output) {
    for (const report of await evalSentences(files)) {
        for (const line of linesOf(report, flags.verbose === true))
            output.write(line);
    }
    return 0;
}
/** Throws `UsageError` where a file can't be read or is of neither format. */
export async function evalSentences(files) {
    const reports = [];
    for (const file of files) {
        const records = parse(file, await read(file));
        if (records.length > 0 && records.every(isGold))
            reports.push(compareSpans(file, records));
        else if (records.length > 0 && records.every(isCase))
            reports.push(compareCases(file, records));
        else
            throw new UsageError(`${file}: no line holds {text, sentences} or {text, expected}, or not every line does.`);
    }
    return reports;
}
/** A boundary is the end offset of a sentence; counts are summed over all articles before dividing. */
function compareSpans(file, articles) {
    const split = articles.map(({ text }) => ({
        paragraphs: splitParagraphs(text),
        sentences: sentencesOf(text),
    }));
    const seconds = fastest(() => {
        for (const { text } of articles)
            sentencesOf(text);
    });
    const [all, inner, whole] = [[], [], []];
    for (const [index, { sentences }] of articles.entries()) {
        const found = split[index].sentences;
        const forced = new Set(split[index].paragraphs.map(({ end }) => end));
        const isInner = (end) => !forced.has(end);
        const gold = sentences.map(([, end]) => end);
        const ends = found.map(({ end }) => end);
        all.push(countsOf(ends, gold));
        inner.push(countsOf(ends.filter(isInner), gold.filter(isInner)));
        whole.push(countsOf(found.map(({ start, end }) => `${start}-${end}`), sentences.map((pair) => pair.join('-'))));
    }
    const units = articles.reduce((sum, { text }) => sum + text.length, 0);
    const totals = { all: sum(all), inner: sum(inner), whole: sum(whole) };
    return { kind: 'spans', file, articles: articles.length, seconds, units, ...totals };
}
/** A case is right when its sentences are those expected, one for one, white space apart. */
function compareCases(file, cases) {
    const wrong = [];
    let altered = 0;
    for (const { name, text, expected } of cases) {
        const found = sentencesOf(text).map(({ start, end }) => plain(text.slice(start, end)));
        const wanted = expected.map(plain);
        if (wanted.join('').replaceAll(' ', '') !== plain(text).replaceAll(' ', ''))
            altered++;
        if (found.join('\n') !== wanted.join('\n'))
            wrong.push({ name: name.split('\n')[0], expected: wanted, found });
    }
    return { kind: 'cases', file, cases: cases.length, right: cases.length - wrong.length, altered, wrong };
}
function linesOf(report, verbose) {
    if (report.kind === 'spans') {
        const { file, articles, all, inner, whole, units, seconds } = report;
        return [
            `${file}: ${articles} articles, ${all.gold} sentences`,
            `  boundaries, all:                     ${scores(all)}`,
            `  boundaries, not ends of paragraphs:  ${scores(inner)}`,
            `  sentences, start and end:            ${scores(whole)}`,
            `  ${Math.round((seconds * 1000 * 2 ** 20) / units)} ms per 2^20 characters (paragraphs and sentences, warm)`,
        ];
    }
    const { file, cases, right, altered, wrong } = report;
    const possible = cases - altered;
    const lines = [
        `${file}: ${right} of ${cases} cases right (${percent(right / cases)}); ${altered} expect text that is not there, ` +
            `${percent(right / possible)} of the other ${possible}`,
    ];
    if (!verbose)
        return lines;
    const details = wrong.flatMap(({ name, expected, found }) => [
        `  ${name}`,
        `    expected: ${expected.join(' | ')}`,
        `    found:    ${found.join(' | ')}`,
    ]);
    return [...lines, ...details];
}
/** Seconds of the fastest of 20 passes: the first ones compile. */
function fastest(pass) {
    const times = Array.from({ length: 20 }, () => {
        const began = performance.now();
        pass();
        return performance.now() - began;
    });
    return Math.min(...times) / 1000;
}
function sentencesOf(text) {
    return splitParagraphs(text).flatMap((paragraph) => splitSentences(text, paragraph));
}
function countsOf(found, gold) {
    const wanted = new Set(gold);
    return { right: found.filter((one) => wanted.has(one)).length, found: found.length, gold: gold.length };
}
function sum(counts) {
    return counts.reduce((a, b) => ({ right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold }), { right: 0, found: 0, gold: 0 });
}
function scores({ right, found, gold }) {
    const precision = found === 0 ? 0 : right / found;
    const recall = gold === 0 ? 0 : right / gold;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const counts = `${right} right of ${found} found and ${gold} gold`;
    return `precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  (${counts})`;
}
function percent(share) {
    return `${(share * 100).toFixed(1)} %`;
}
function plain(text) {
    return text.replace(/\s+/g, ' ').trim();
}
async function read(file) {
    try {
        return await readFile(file, 'utf8');
    }
    catch (cause) {
        throw new UsageError(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
    }
}
function parse(file, content) {
    return content.split('\n').flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        try {
            return [JSON.parse(line)];
        }
        catch {
            throw new UsageError(`${file}:${index + 1}: not a line of JSON.`);
        }
    });
}
function isGold(record) {
    if (!hasText(record) || !('sentences' in record) || !Array.isArray(record.sentences))
        return false;
    return record.sentences.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger));
}
function isCase(record) {
    if (!hasText(record) || !('name' in record) || typeof record.name !== 'string')
        return false;
    if (!('expected' in record) || !Array.isArray(record.expected))
        return false;
    return record.expected.every((sentence) => typeof sentence === 'string');
}
function hasText(record) {
    return typeof record === 'object' && record !== null && 'text' in record && typeof record.text === 'string';
}
