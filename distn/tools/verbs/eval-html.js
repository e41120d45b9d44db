import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { counted } from '../../src/cli/terminal/counted.js';
import { visible } from '../../src/cli/terminal/visible.js';
import { verb } from '../../src/cli/verb.js';
import { decodePage } from '../../src/ingest/decoding/decode-page.js';
import { extractHtml } from '../../src/ingest/formats/html/extract.js';
import { isSamePage } from '../../src/ingest/metadata/canonical-url.js';
import { UsageError } from '../../src/usage-error.js';
import { CARRIES, tokenScores } from '../eval/pages.js';
export default verb(new Command('eval-html')
    .description('measure what is read of saved web pages')
    .argument('<folder>', 'pages, and ground-truth.json with their articleBody and url')
    .option('--verbose', 'show each page'), run);
/** Page names to what is expected of them, as the article extraction benchmark of Scrapinghub has it. */
const GroundTruth = z.record(z.string(), z.object({ articleBody: z.string(), url: z.url() }));
const FIELDS = { published: 'date', title: 'title', url: 'canonical url' };
/** Prints how well the text of saved pages and their fields are found, against `ground-truth.json` beside them. */
export async function run(folder, flags, output) {
    const truth = GroundTruth.safeParse(JSON.parse(await contentOf(join(folder, 'ground-truth.json'), 'utf8')));
    if (!truth.success)
        throw new UsageError(`${folder}: ground-truth.json isn't {page: {articleBody, url}}.`);
    const reports = [];
    for (const [name, expected] of Object.entries(truth.data)) {
        reports.push(await reportOf(folder, name, expected));
    }
    if (reports.length === 0)
        throw new UsageError(`${folder}: ground-truth.json names no page.`);
    const mean = (value) => reports.reduce((sum, report) => sum + value(report), 0) / reports.length;
    output.write(`${folder}: ${counted(reports.length, 'page')}, ${mean(({ ms }) => ms).toFixed(0)} ms each`);
    const [f1, precision, recall] = ['f1', 'precision', 'recall'].map((name) => mean(({ body }) => body[name]).toFixed(3));
    output.write(`  body, mean token F1: ${f1} (precision ${precision}, recall ${recall})`);
    for (const field of Object.keys(FIELDS))
        output.write(`  ${FIELDS[field]}: ${foundIn(reports, field)}`);
    for (const report of flags.verbose ? reports : [])
        output.write(lineOf(report));
    return 0;
}
async function reportOf(folder, name, expected) {
    const { text: html } = await decodePage(await contentOf(join(folder, `${name}.html`)));
    const began = performance.now();
    const { text, fields } = extractHtml(html);
    const ms = performance.now() - began;
    const found = {
        published: fields.published !== undefined,
        title: fields.title !== undefined,
        url: fields.url !== undefined && isSamePage(fields.url, expected.url),
    };
    const of = (field) => (CARRIES[field](html, expected.url) ? found[field] : undefined);
    const results = { published: of('published'), title: of('title'), url: of('url') };
    return { name, ms, body: tokenScores(text, expected.articleBody), fields: results };
}
function foundIn(reports, field) {
    const carrying = reports.filter(({ fields }) => fields[field] !== undefined);
    const found = carrying.filter(({ fields }) => fields[field]).length;
    const share = carrying.length === 0 ? '' : ` (${((100 * found) / carrying.length).toFixed(1)} %)`;
    return `found in ${found} of the ${carrying.length} pages that carry it${share}`;
}
function lineOf({ name, ms, body, fields }) {
    const missed = Object.keys(FIELDS).filter((field) => fields[field] === false);
    const scores = `F1 ${body.f1.toFixed(3)} (${body.precision.toFixed(3)}, ${body.recall.toFixed(3)})`;
    const without = missed.length === 0 ? '' : `, without ${missed.map((field) => FIELDS[field]).join(', ')}`;
    return `  ${visible(name.slice(0, 16))}  ${scores}, ${ms.toFixed(0)} ms${without}`;
}
async function contentOf(file, encoding) {
    try {
        return await readFile(file, encoding);
    }
    catch (cause) {
        throw new UsageError(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
    }
}
