import { textBuilder, tidied } from '../text-builder.js';
import { parseMarkup } from './markup-parser.js';
/**
 * Reads the text of a markup, block by block, without building a tree. Custom entities are not expanded. Throws an
 * `UnreadableFileError` where it is nested too deeply.
 */
export function blocksOf(markup, { xml, blocks, headings, skipped, signs, notes, preserved }) {
    let done = [];
    const aside = [];
    /** What a note interrupts. */
    let interrupted;
    let current = textBuilder();
    let heading;
    let skipping = 0;
    let preserving = 0;
    let within = 0;
    const close = () => {
        const block = tidied(current.toString());
        if (block !== '')
            done.push(block);
        current = textBuilder();
        return block;
    };
    const add = (text) => {
        const spaced = preserving > 0 ? text : text.replace(/[ \t\r\n]+/gu, ' ');
        current.add(current.isOpen ? spaced.replace(/^ /u, '') : spaced);
    };
    parseMarkup(markup, {
        onopentag(name) {
            if (skipped.has(name))
                skipping += 1;
            if (skipping > 0)
                return;
            if (preserved?.has(name))
                preserving += 1;
            if (name === notes && !interrupted) {
                interrupted = { done, current };
                [done, current] = [aside, textBuilder()];
            }
            if (blocks.has(name)) {
                close();
                within += 1;
            }
            const sign = signs[name];
            if (sign === '\t') {
                // Nothing stands before the first cell, and one tab between two.
                if (current.isEmpty)
                    return;
                current.trimEnd();
            }
            if (sign !== undefined)
                current.add(sign);
        },
        ontext(text) {
            // In XML, what stands in no paragraph is what is left of a document's own definitions.
            if (skipping === 0 && (within > 0 || !xml))
                add(text);
        },
        onclosetag(name) {
            if (skipped.has(name))
                skipping -= 1;
            if (skipping > 0)
                return;
            if (preserved?.has(name))
                preserving -= 1;
            if (name === notes && interrupted) {
                close();
                ({ done, current } = interrupted);
                interrupted = undefined;
            }
            if (!blocks.has(name))
                return;
            within -= 1;
            const block = close();
            if (headings.has(name) && block !== '')
                heading ??= block.replace(/\s+/gu, ' ');
        },
    }, { xml });
    close();
    return { text: [...done, ...aside].join('\n\n'), ...(heading === undefined ? {} : { heading }) };
}
const words = (list) => new Set(list.split(' '));
/** Chapters of e-books, and what mammoth makes of Word documents. */
export const HTML = {
    xml: false,
    blocks: words('address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul'),
    headings: words('h1 h2 h3 h4 h5 h6'),
    skipped: words('head script style template svg math noscript iframe object'),
    signs: { br: '\n', td: '\t', th: '\t' },
    preserved: words('pre'),
};
/** OpenDocument 1.3, part 3: paragraphs and headings, the characters of 6.1, without notes in the margin and old versions. */
export const OPEN_DOCUMENT = {
    xml: true,
    blocks: words('text:p text:h text:list-item table:table-row'),
    headings: words('text:h'),
    skipped: words('text:tracked-changes office:annotation text:note-citation svg:title svg:desc office:forms text:sequence-decls'),
    notes: 'text:note',
    signs: { 'text:s': ' ', 'text:tab': '\t', 'text:line-break': '\n' },
};
