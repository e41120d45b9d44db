import { fieldsOf } from '../../metadata/fields.ts';
import { articleOf } from '../../metadata/new-article.ts';
import { flawOf, readOrRefuse } from '../read-binary.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.ts';
import { UnreadableFileError } from '../unreadable.ts';
import { rtfText } from './rtf.ts';

/** Reads an `.rtf` file as one article: its paragraphs, without pictures, headers and deleted text. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  try {
    const bytes = await readOrRefuse(file);
    if (!/^(?:\xef\xbb\xbf)?\s*\{\\rtf/u.test(bytes.toString('latin1', 0, 512)))
      throw new UnreadableFileError('not RTF: it does not start with {\\rtf');
    const { text, properties, whole } = rtfText(bytes);
    if (text.length > MAX_ARTICLE_LENGTH)
      throw new UnreadableFileError(
        `too large: its text is over ${MAX_ARTICLE_MB} MB, which is the limit for one article`,
      );
    if (!whole)
      yield { flaw: { severity: 'warning', reason: 'damaged: the file ends inside a group (cut off?)' } };
    yield articleOf({
      id: file.path,
      path: file.path,
      text,
      encoding: 'utf-8',
      fields: fieldsOf(properties).fields,
      fieldsFrom: 'document properties',
    });
  } catch (error) {
    yield { flaw: flawOf(error) };
  }
}
