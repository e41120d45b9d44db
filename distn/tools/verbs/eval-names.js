import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { counted } from '../../src/cli/terminal/counted.js';
import { visible } from '../../src/cli/terminal/visible.js';
import { verb } from '../../src/cli/verb.js';
import { UsageError } from '../../src/usage-error.js';
import { archiveTyper, compromiseTyper, holdsName, TYPES_MEASURED, typeScores, } from '../eval/name-types.js';
export default verb(new Command('eval-names')
    .description('measure the types of names')
    .argument('<folder>', 'documents.jsonl and entities.jsonl, as re3d has them')
    .option('--verbose', 'show each span that is wrong'), run);
/** Prints how well the names of a folder in re3d's form are typed: by an archive of its documents, and by compromise alone. */
export async function run(folder, flags, output) {
    const { articles, gold } = await readNameSet(folder);
    const textOf = ({ article, start, end }) => articles[article].text.slice(start, end);
    const ours = await archiveTyper(articles);
    const peer = await compromiseTyper(articles);
    const typers = [
        ['ibid', ours],
        ...(peer ? [['compromise', peer]] : []),
    ];
    output.write(`${folder}: ${counted(articles.length, 'document')}, ${counted(gold.length, 'span')}`);
    write('all spans', gold);
    write('of documents 1, 3, 5 …', gold.filter(({ article }) => article % 2 === 0));
    write('of documents 2, 4, 6 …', gold.filter(({ article }) => article % 2 === 1));
    write('with a capital letter', gold.filter((one) => holdsName(textOf(one))));
    if (!peer)
        output.warn('compromise is not installed (it is a development dependency): no figures of it');
    for (const one of flags.verbose ? gold : []) {
        const given = ours(one);
        if (given !== one.type)
            output.write(`${one.type}, read as ${given}: ${visible(textOf(one))}`);
    }
    return 0;
    function write(label, spans) {
        output.write('');
        output.write(rowOf(`${label}: ${spans.length}`, ['macro F1', ...TYPES_MEASURED.map((type) => `${type} F1 (P, R)`)]));
        for (const [name, typer] of typers) {
            const { byType, macro } = typeScores(spans, spans.map(typer));
            const cells = TYPES_MEASURED.map((type) => {
                const { f1, precision, recall } = byType[type];
                return `${f1.toFixed(3)} (${precision.toFixed(2)}, ${recall.toFixed(2)})`;
            });
            output.write(rowOf(`  ${name}`, [macro.toFixed(3), ...cells]));
        }
    }
}
function rowOf(label, [macro, ...cells]) {
    return `${label.padEnd(28)}${macro.padStart(9)}${cells.map((cell) => cell.padStart(24)).join('')}`.trimEnd();
}
const DocumentLine = z.object({ _id: z.string(), title: z.string(), text: z.string() });
const EntityLine = z.object({
    documentId: z.string(),
    begin: z.int().nonnegative(),
    end: z.int().nonnegative(),
    type: z.string(),
});
const TYPE_OF = new Map([
    ['Person', 'person'],
    ['Location', 'place'],
    ['Organisation', 'organisation'],
]);
/**
 * Throws `UsageError` where a file can't be read. Types that are none of ours (weapons, dates, sums) are `other`: to take
 * one of them for a person is wrong.
 */
export async function readNameSet(folder) {
    const documents = await readLines(join(folder, 'documents.jsonl'), DocumentLine);
    const articles = documents.map(({ _id, title, text }) => {
        return { id: _id, path: 'documents.jsonl', title, text, encoding: 'utf-8', origin: {} };
    });
    const places = new Map(articles.map(({ id }, place) => [id, place]));
    const entities = await readLines(join(folder, 'entities.jsonl'), EntityLine);
    const gold = entities.flatMap(({ documentId, begin, end, type }) => {
        const article = places.get(documentId);
        return article === undefined ? [] : [{ article, start: begin, end, type: TYPE_OF.get(type) ?? 'other' }];
    });
    return { articles, gold };
}
async function readLines(file, line) {
    let content;
    try {
        content = await readFile(file, 'utf8');
    }
    catch (cause) {
        throw new UsageError(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
    }
    return content.split('\n').flatMap((text, index) => {
        if (text.trim() === '')
            return [];
        const parsed = line.safeParse(parsedOf(text));
        if (!parsed.success)
            throw new UsageError(`${file}:${index + 1}: not a line as re3d has them.`);
        return [parsed.data];
    });
}
function parsedOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
