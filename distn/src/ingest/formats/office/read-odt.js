import { articleOf } from '../../metadata/new-article.js';
import { flawOf, readOrRefuse } from '../read-binary.js';
import { UnreadableFileError } from '../unreadable.js';
import { blocksOf, OPEN_DOCUMENT } from './blocks.js';
import { propertiesOf } from './properties.js';
import { unzip } from './unzip.js';
/** Reads an `.odt` file as one article: headings, paragraphs, lists, tables and notes, without deleted text and comments. */
export async function* read(file) {
    try {
        const names = ['content.xml', 'meta.xml', 'META-INF/manifest.xml'];
        const entries = await unzip(await readOrRefuse(file), (name) => names.includes(name));
        const [content, meta = '', manifest = ''] = names.map((name) => entries.get(name)?.toString('utf8'));
        if (manifest.includes('encryption-data'))
            throw new UnreadableFileError('encrypted: save it without a password');
        if (content === undefined)
            throw new UnreadableFileError('not an OpenDocument text: content.xml is missing');
        const { text, heading } = blocksOf(content, OPEN_DOCUMENT);
        yield articleOf({
            id: file.path,
            path: file.path,
            text,
            encoding: 'utf-8',
            fields: propertiesOf(meta),
            fieldsFrom: 'document properties',
            heading,
        });
    }
    catch (error) {
        yield { flaw: flawOf(error) };
    }
}
