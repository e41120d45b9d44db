import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { buildArchive, openArchive } from '../../src/archive/open-archive.js';
import { readConfig } from '../../src/config.js';
import { readCorpus } from '../../src/ingest/read-corpus.js';
import { UsageError } from '../../src/usage-error.js';
import { readQuestions } from './questions.js';
/** Opens a set as the bot opens its archive. A SQuAD file brings its own articles, unless another corpus is named. */
export async function openSet(flags) {
    const path = resolve(flags.questions);
    if (!existsSync(path) || !statSync(path).isFile())
        throw new UsageError(`--questions: there is no file at "${flags.questions}"`);
    const own = flags.corpus === undefined || resolve(flags.corpus) === path;
    const { questions, articles } = readQuestions(readFileSync(path, 'utf8'), flags.questions, own);
    const { corpus, engine, miniSearchSentences } = readConfig(flags);
    const settings = { engine: flags.engine ?? engine, miniSearchSentences };
    if (articles)
        return { questions, archive: await buildArchive(articles, settings), articles: async () => articles };
    const exclude = isInside(path, corpus) ? [path] : [];
    return {
        questions,
        archive: await openArchive({ ...settings, corpus, exclude }),
        articles: async () => (await readCorpus(corpus, { exclude })).articles,
    };
}
/** The questions may lie in the archive's folder: they are no article of it. */
function isInside(file, folder) {
    const path = relative(folder, file);
    return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
