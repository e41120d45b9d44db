import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../ingest/files/file-error.ts';
import { ARTICLE_LIMIT, ARTICLE_LIMIT_MB } from '../../ingest/formats/reader.ts';
import { splitFrontMatter } from '../../ingest/metadata/front-matter.ts';
import { markdownOf, type WrittenFields } from '../../ingest/metadata/write-markdown.ts';
import { fileNameOf } from '../../text/file-name.ts';
import { writeAtomicSync } from '../../write-atomic.ts';

export interface NewArticle {
  readonly fields: WrittenFields;
  readonly text: string;
}

export type Stored =
  /** Relative to the corpus, `/` between folders. */
  { readonly path: string; readonly isNew: boolean } | { readonly reason: string };

/**
 * Puts an article into the archive's folder, as `<folder>/<publisher>/<day>-<title>.md`. Where a file of that name is
 * of the same address nothing is written; another article's gets a neighbour with a number.
 */
export function storeArticle(corpus: string, folder: string, { fields, text }: NewArticle): Stored {
  const content = markdownOf(fields, text);
  if (Buffer.byteLength(content) > ARTICLE_LIMIT) return { reason: `over ${ARTICLE_LIMIT_MB} MB of text` };
  const day = fields.published?.slice(0, 10) ?? 'undated';
  const publisher = fileNameOf(fields.publisher ?? '', 'unknown');
  const name = `${day}-${fileNameOf(fields.title ?? '', 'untitled')}`;
  for (let number = 1; ; number += 1) {
    const path = `${folder}/${publisher}/${number === 1 ? name : `${name}-${number}`}.md`;
    const location = join(corpus, ...path.split('/'));
    const present = contentOf(location);
    if (present === undefined) {
      writeAtomicSync(location, content, { lasting: true });
      return { path, isNew: true };
    }
    if (present === content || isOf(present, fields.url)) return { path, isNew: false };
  }
}

function contentOf(location: string): string | undefined {
  try {
    return readFileSync(location, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isOf(content: string, url: string | undefined): boolean {
  return url !== undefined && content.startsWith('---\n') && splitFrontMatter(content).fields.url === url;
}
