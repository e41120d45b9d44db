import { Command } from 'commander';
import { openArchive } from '../../archive/open-archive.js';
import { readConfig } from '../../config.js';
import { namesOfLanguages } from '../../text/languages/language-names.js';
import { counted } from '../terminal/counted.js';
import { visible } from '../terminal/visible.js';
import { CORPUS, verb } from '../verb.js';
export default verb(new Command('status')
    .description('show what the archive holds')
    .option('--json', 'as JSON')
    .option(...CORPUS), run);
/** What the archive holds, and every file that could not be used as it is. */
export async function run(flags, output) {
    const config = readConfig(flags);
    const archive = await openArchive({ ...config, tell: output.warn });
    const status = statusOf(config.corpus, await archive.status());
    output.write(flags.json ? JSON.stringify(status) : renderStatus(status));
    return 0;
}
export function statusOf(corpus, status) {
    const { articles, sentences, names, repeated, from, to, undated, publishers, languages, problems } = status;
    return {
        corpus,
        articles,
        sentences,
        names,
        repeated,
        published: { first: from ?? null, last: to ?? null, undated },
        publishers: publishers.map(({ name, articles }) => ({ publisher: name, articles })),
        languages: languages.map(({ name, articles }) => ({ language: name, articles })),
        problems,
    };
}
export function renderStatus(status) {
    const { first, last, undated } = status.published;
    const dates = [
        ...(first === null ? [] : [first === last ? first : `${first} to ${last}`]),
        ...(undated > 0 ? [`${counted(undated, 'article')} undated`] : []),
    ];
    const publishers = status.publishers.map(({ publisher, articles }) => `${visible(publisher)} (${articles})`);
    const named = namesOfLanguages('en');
    const languages = status.languages.map(({ language, articles }) => `${named(language)} (${articles})`);
    return [
        `Archive     ${visible(status.corpus)}`,
        `Holds       ${counted(status.articles, 'article')}, ${counted(status.sentences, 'sentence')}, ${counted(status.names, 'name')}`,
        ...(status.repeated > 0
            ? [`Repeated    ${counted(status.repeated, 'article')} word for word the same as another`]
            : []),
        `Published   ${dates.join('; ') || 'nothing'}`,
        `Publishers  ${publishers.join(', ') || 'none stated'}`,
        `Languages   ${languages.join(', ') || 'not known'}`,
        `Problems    ${status.problems.length || 'none'}`,
        ...status.problems.map((problem) => `  ${problemLine(problem)}`),
    ].join('\n');
}
/** `error 2020/a.txt:3: the reason`. */
export function problemLine({ severity, path, line, reason }) {
    return visible(`${severity} ${path}${line === undefined ? '' : `:${line}`}: ${reason}`);
}
