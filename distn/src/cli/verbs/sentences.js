import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readCorpus } from '../../ingest/read-corpus.js';
import { codeOf } from '../../text/languages/language.js';
import { splitParagraphs } from '../../text/sentences/paragraphs.js';
import { splitSentences } from '../../text/sentences/sentences.js';
import { UsageError } from '../../usage-error.js';
import { visible } from '../terminal/visible.js';
import { verb } from '../verb.js';
import { problemLine } from './status.js';
export default verb(new Command('sentences')
    .description('show the sentences of a file')
    .argument('<file>')
    .option('--json', 'as JSON'), run);
/** How one file falls into paragraphs and sentences: what a quotation can be cut along. */
export async function run(file, flags, output) {
    if (!existsSync(file))
        throw new UsageError(`there is no file at "${file}"`);
    const { articles, problems } = await readCorpus(file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (articles.length === 0)
        throw new UsageError(errors.map(problemLine).join('\n') || `"${file}" holds no article`);
    for (const problem of problems)
        output.warn(problemLine(problem));
    const parsed = articles.map(spansOf);
    output.write(flags.json ? JSON.stringify(parsed) : parsed.map(renderSpans).join('\n\n'));
    return 0;
}
export function spansOf(article) {
    const { id, path, title, text } = article;
    let ordinal = 0;
    const paragraphs = splitParagraphs(text).map((within, index) => ({
        paragraph: index + 1,
        ...within,
        sentences: splitSentences(text, within, codeOf(article.language)).map(({ start, end }) => {
            ordinal += 1;
            return { ordinal, start, end, text: text.slice(start, end) };
        }),
    }));
    return { id, path, title, stated: statedIn(article), paragraphs };
}
function statedIn(article) {
    const fields = Object.entries(article.origin);
    const stated = fields.map(([field, origin]) => ({ field, value: String(article[field]), origin }));
    const others = (article.otherDates ?? []).map(({ published, origin }) => {
        return { field: 'published', value: published, origin };
    });
    return [...stated, ...others];
}
export function renderSpans({ id, title, stated, paragraphs }) {
    const fields = stated
        .filter(({ origin }) => origin !== 'opening words')
        .map(({ field, value, origin }) => `  ${field}: ${visible(value)} (${origin})`);
    const lines = paragraphs.flatMap(({ paragraph, start, end, sentences }) => [
        `¶ ${paragraph}  ${start}–${end}`,
        ...sentences.map((one) => `  ${one.ordinal}  ${one.start}–${one.end}  ${visible(one.text)}`),
    ]);
    return [`${visible(id)}  ${visible(title)}`, ...fields, ...lines].join('\n');
}
