import { fieldsOf } from '../../metadata/fields.js';
import { articleOf } from '../../metadata/new-article.js';
import { flawOf, readOrRefuse } from '../read-binary.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.js';
import { UnreadableFileError } from '../unreadable.js';
import { rtfText } from './rtf.js';
/** Reads an `.rtf` file as one article: its paragraphs, without pictures, headers and deleted text. */
export async function* read(file) {
    try {
        const bytes = await readOrRefuse(file);
        if (!bytes.subarray(0, 5).equals(Buffer.from('{\\rtf')))
            throw new UnreadableFileError('not RTF: it does not start with {\\rtf');
        const { text, properties, whole } = rtfText(bytes);
        if (text.length > MAX_ARTICLE_LENGTH)
            throw new UnreadableFileError(`too large: its text is over ${MAX_ARTICLE_MB} MB, which is the limit for one article`);
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
    }
    catch (error) {
        yield { flaw: flawOf(error) };
    }
}
