import { Command } from 'commander';
import { splitParagraphs } from '../../text/sentences/paragraphs.ts';
import { splitSentences } from '../../text/sentences/sentences.ts';
import { fetchArticle } from '../../web/feeds/fetch-article.ts';
import { openTaken } from '../../web/feeds/fetched-urls.ts';
import { type NewArticle, storeArticle } from '../../web/feeds/store-article.ts';
import { typedAddress } from '../../web/target.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { CORPUS, verb } from '../verb.ts';
import { worldOf } from './feeds.ts';

export default verb(
  new Command('fetch')
    .description('fetch articles of the web into the archive')
    .argument('<addresses...>')
    .option('--dry-run', 'show what would be stored, and store nothing')
    .option(...CORPUS),
  run,
);

export interface FetchFlags {
  readonly corpus?: string;
  readonly dryRun?: boolean;
}

/** The folder of the archive for what is fetched by hand. */
const FOLDER = 'fetched';

/**
 * `ibid fetch`: the article of each address, shown, and stored unless it is a trial. The exit code is 1 where there is none.
 * Feeds don't fetch it again.
 */
export async function run(addresses: readonly string[], flags: FetchFlags, output: Output): Promise<number> {
  const { fetcher, corpus, memory } = worldOf(flags, output);
  const taken = flags.dryRun ? undefined : await openTaken(`${memory}.jsonl`, corpus, FOLDER);
  let code = 0;
  for (const address of addresses) {
    const found = await fetchArticle(fetcher, typedAddress(address));
    const stored = 'reason' in found || !taken ? found : storeArticle(corpus, FOLDER, found.article);
    if ('reason' in stored) {
      output.warn(visible(`${address}: ${stored.reason}`));
      code = 1;
    } else if ('path' in stored && 'urls' in found) {
      await taken?.add(found.urls, stored.path);
      output.write(visible(`${stored.isNew ? 'stored' : 'there'}  ${stored.path}`));
    }
    if ('article' in found) output.write(renderArticle(found.article));
  }
  return code;
}

function renderArticle({ fields, text }: NewArticle): string {
  const sentences = splitParagraphs(text).reduce((sum, one) => sum + splitSentences(text, one).length, 0);
  const { title, published = 'undated', publisher, author, language, url } = fields;
  const about = [title, published, publisher, author, language, url, counted(sentences, 'sentence')];
  return about
    .filter((one) => one !== undefined)
    .map((one) => visible(`  ${one}`))
    .join('\n');
}
