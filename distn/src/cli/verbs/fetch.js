import { Command } from 'commander';
import { splitParagraphs } from '../../text/sentences/paragraphs.js';
import { splitSentences } from '../../text/sentences/sentences.js';
import { fetchArticle } from '../../web/feeds/fetch-article.js';
import { openTaken } from '../../web/feeds/fetched-urls.js';
import { storeArticle } from '../../web/feeds/store-article.js';
import { counted } from '../terminal/counted.js';
import { visible } from '../terminal/visible.js';
import { CORPUS, verb } from '../verb.js';
import { worldOf } from './feeds.js';
export default verb(new Command('fetch')
    .description('fetch articles of the web into the archive')
    .argument('<addresses...>')
    .option('--dry-run', 'show what would be stored, and store nothing')
    .option(...CORPUS), run);
/** The folder of the archive for what is fetched by hand. */
const FOLDER = 'fetched';
/**
 * `ibid fetch`: the article of each address, shown, and stored unless it is a trial. The exit code is 1 where there is none.
 * Feeds don't fetch it again.
 */
export async function run(addresses, flags, output) {
    const { fetcher, corpus, memory } = worldOf(flags, output);
    const taken = flags.dryRun ? undefined : await openTaken(`${memory}.jsonl`, corpus, FOLDER);
    let code = 0;
    for (const address of addresses) {
        const found = await fetchArticle(fetcher, address);
        const stored = 'reason' in found || !taken ? found : storeArticle(corpus, FOLDER, found.article);
        if ('reason' in stored) {
            output.warn(visible(`${address}: ${stored.reason}`));
            code = 1;
        }
        else if ('path' in stored && 'urls' in found) {
            await taken?.add(found.urls, stored.path);
            output.write(visible(`${stored.isNew ? 'stored' : 'there'}  ${stored.path}`));
        }
        if ('article' in found)
            output.write(renderArticle(found.article));
    }
    return code;
}
function renderArticle({ fields, text }) {
    const sentences = splitParagraphs(text).reduce((sum, one) => sum + splitSentences(text, one).length, 0);
    const { title, published = 'undated', publisher, author, language, url } = fields;
    const about = [title, published, publisher, author, language, url, counted(sentences, 'sentence')];
    return about
        .filter((one) => one !== undefined)
        .map((one) => visible(`  ${one}`))
        .join('\n');
}
