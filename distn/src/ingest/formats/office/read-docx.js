import JSZip from 'jszip';
import mammoth from 'mammoth';
import { articleOf } from '../../metadata/new-article.js';
import { flawOf, readOrRefuse } from '../read-binary.js';
import { UnreadableFileError } from '../unreadable.js';
import { blocksOf, HTML } from './blocks.js';
import { propertiesOf } from './properties.js';
import { unzip } from './unzip.js';
/** Reads a `.docx` file as one article: headings, paragraphs, lists, tables and notes, without deleted text and comments. */
export async function* read(file) {
    try {
        const entries = await unzip(await readOrRefuse(file), (name) => /\.(?:xml|rels)$/iu.test(name));
        if (!entries.has('[Content_Types].xml'))
            throw new UnreadableFileError('not a Word document: [Content_Types].xml is missing');
        const { text, heading } = blocksOf(await htmlOf(entries), HTML);
        yield articleOf({
            id: file.path,
            path: file.path,
            text,
            encoding: 'utf-8',
            fields: propertiesOf(entries.get('docProps/core.xml')?.toString('utf8') ?? ''),
            fieldsFrom: 'document properties',
            heading,
        });
    }
    catch (error) {
        yield { flaw: flawOf(error) };
    }
}
/** Mammoth unpacks without a bound: it is given what has been unpacked within ours, packed again without compression. */
async function htmlOf(entries) {
    const zip = new JSZip();
    for (const [name, content] of entries)
        zip.file(name, content);
    const buffer = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
    try {
        const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
        return (await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false })).value;
    }
    catch (error) {
        throw new UnreadableFileError(`not a valid Word document: ${faultOf(error)}`);
    }
}
function faultOf(error) {
    // A stack that overflows is what deep nesting comes to.
    if (error instanceof RangeError)
        return 'nested too deeply';
    if (error instanceof TypeError || !(error instanceof Error))
        return 'parts of it are missing';
    // The XML parser says where, which it doesn't know, on lines of their own.
    return error.message.split('\n', 1)[0].replace(/\s+/gu, ' ').slice(0, 200);
}
