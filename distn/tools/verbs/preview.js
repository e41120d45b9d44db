import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { openArchive } from '../../src/archive/open-archive.js';
import { CORPUS, verb } from '../../src/cli/verb.js';
import { questionOf } from '../../src/cli/verbs/ask.js';
import { readConfig } from '../../src/config.js';
import { CATALOGUES, messagesFor } from '../../src/discord/messages/catalogues.js';
import { UsageError } from '../../src/usage-error.js';
import { componentsScript } from '../preview/components.js';
import { previewPage } from '../preview/page.js';
import { adding, articles, help, question, status, tour } from '../preview/tour.js';
export default verb(new Command('preview')
    .description('show replies as Discord would, in one HTML file; no words: a tour')
    .argument('[words...]', 'a verb (as for ask; or quote articles status help, or add and a file) and words, or a question')
    .option('--out <file>', 'the file to write (default: ibid-preview.html)')
    .option('--locale <code>', "the reader's language, by Discord's code: de, fr, es-ES, pt-BR, ru, tr, uk")
    .option(...CORPUS), run);
/** `ibid preview where X`: the reply as Discord shows it, in an HTML file; no words: a tour of the archive. */
export async function run(words, flags, output) {
    const locale = localeOf(flags.locale ?? 'en-US');
    const exchanges = exchangesFor(words);
    const archive = await openArchive({ ...readConfig(flags), tell: output.warn });
    const context = { archive, messages: messagesFor(locale) };
    // A running bot has answered before: the time that the first answer takes is not what its readers see.
    if (words.length > 0)
        await exchanges(context);
    const shown = await exchanges(context);
    const path = resolve(flags.out ?? 'ibid-preview.html');
    await writeFile(path, previewPage(shown, { locale, now: new Date() }, await componentsScript()));
    output.write(path);
    return 0;
}
/** What the words ask for; wrong use shows before anything is read. */
function exchangesFor(words) {
    const [verb, ...others] = words;
    const text = others.join(' ').trim();
    switch (verb?.replace(/^\//, '')) {
        case undefined:
            return tour;
        case 'help':
            return async (context) => [help(context)];
        case 'status':
            return async (context) => [await status(context)];
        case 'articles':
            return async (context) => [await articles(text || undefined, context)];
        case 'add':
            if (text === '')
                throw new UsageError('add needs the path of a file');
            return async (context) => [await adding(text, context)];
        case 'quote':
            if (text === '')
                throw new UsageError('quote needs the exact words');
            return async (context) => [await question('quote', text, context)];
        default: {
            const asked = questionOf(words);
            return async (context) => [await question(asked.kind, asked.text, context)];
        }
    }
}
function localeOf(locale) {
    if (Object.hasOwn(CATALOGUES, locale))
        return locale;
    throw new UsageError(`--locale: no "${locale}"; there is ${Object.keys(CATALOGUES).join(', ')}`);
}
