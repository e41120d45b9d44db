import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
/** `Node.nodeType` of text. */
export const TEXT_NODE = 3;
/** Of elements inside each other: Chrome's own limit (kMaximumHTMLParserDOMTreeDepth). */
export const MAX_DEPTH = 512;
/** Five times the largest of 40 news pages (6,000). Readability takes some 3 s for as many. */
const MAX_ELEMENTS = 30_000;
/** And comments. The tokenizer makes a node of every entity, and some pages write all their letters so. */
const MAX_TEXT_NODES = 200_000;
/** linkedom looks through all attributes to add one. The most seen on 40 news pages: 27. */
const MAX_ATTRIBUTES = 250;
/** linkedom hands a list of classes over as arguments of one call, and the stack holds some 100,000. */
const MAX_CLASS_LENGTH = 10_000;
/** Parses a page into a tree, or says why it doesn't: it is over the bounds above. Nothing in it is run or fetched. */
export function parsePage(html) {
    const reason = excessOf(html);
    if (reason !== undefined)
        return { reason };
    // linkedom takes a text without a root element for a fragment that has no body.
    const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
    const { document } = parseHTML(whole);
    if (!/<body[\s>]/iu.test(whole))
        giveBody(document);
    return document;
}
/** HTML lets a page leave the tags of its body out; linkedom, for its part, then makes an empty one. */
function giveBody({ documentElement, body }) {
    for (const child of [...(documentElement?.childNodes ?? [])]) {
        const isHead = child === body || ('tagName' in child && child.tagName === 'HEAD');
        if (!isHead)
            body.appendChild(child);
    }
}
/** Found before a tree is built, with the tokenizer that builds it. */
function excessOf(html) {
    let elements = 0;
    let pieces = 0;
    let depth = 0;
    let attributes = 0;
    let reason;
    const refuse = (words) => {
        reason ??= words;
        parser.pause();
    };
    const piece = () => {
        pieces += 1;
        if (pieces > MAX_TEXT_NODES)
            refuse(`over ${MAX_TEXT_NODES.toLocaleString('en-US')} pieces of text`);
    };
    const parser = new Parser({
        onopentagname() {
            elements += 1;
            depth += 1;
            attributes = 0;
            if (elements > MAX_ELEMENTS)
                refuse(`over ${MAX_ELEMENTS.toLocaleString('en-US')} elements`);
            else if (depth > MAX_DEPTH)
                refuse(`elements nested over ${MAX_DEPTH} deep`);
        },
        onattribute(name, value) {
            attributes += 1;
            if (attributes > MAX_ATTRIBUTES)
                refuse(`an element with over ${MAX_ATTRIBUTES} attributes`);
            else if (name === 'class' && value.length > MAX_CLASS_LENGTH)
                refuse('an element with thousands of classes');
        },
        ontext: piece,
        oncomment: piece,
        onclosetag() {
            depth -= 1;
        },
    });
    for (let from = 0; from < html.length && reason === undefined; from += STEP_LENGTH) {
        parser.write(html.slice(from, from + STEP_LENGTH));
    }
    if (reason === undefined)
        parser.end();
    return reason && `page too complex: ${reason}`;
}
/** UTF-16 units given to the tokenizer at a time, so that it can stop early. */
const STEP_LENGTH = 64 * 1024;
