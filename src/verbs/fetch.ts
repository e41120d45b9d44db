import { fetchArticle } from '../feeds/fetch-article.ts';
import { type NewArticle, storeArticle } from '../feeds/store-article.ts';
import { openTaken } from '../feeds/taken.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { worldOf } from './feeds.ts';
import type { Output } from './output.ts';

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
  const { fetcher, corpus, memory } = worldOf(flags);
  const taken = flags.dryRun ? undefined : await openTaken(`${memory}.jsonl`, corpus, FOLDER);
  let code = 0;
  for (const address of addresses) {
    const found = await fetchArticle(fetcher, address);
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
