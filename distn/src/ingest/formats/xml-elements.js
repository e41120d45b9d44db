import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { streamBytes } from '../decoding/bytes.js';
import { utf16Of } from '../decoding/decode.js';
import { MAX_ARTICLE_LENGTH } from './reader.js';
/**
 * Yields elements one by one, so that the file may be larger than memory: first the root with its attributes and without
 * its content, then each wanted element whole. What is not well-formed is a flaw among them.
 */
export async function* elementsOf(file, wanted) {
    const parser = new ElementParser(wanted);
    try {
        for await (const text of textOf(file)) {
            parser.write(text);
            yield* parser.take();
        }
        parser.close();
        yield* parser.take();
    }
    catch (error) {
        yield* parser.take();
        if (!(error instanceof UnreadableXmlError))
            throw error;
        yield { flaw: { severity: 'error', line: error.line, reason: `${error.message}; the rest is left out` } };
    }
}
class UnreadableXmlError extends Error {
    name = 'UnreadableXmlError';
    line;
    constructor(line, reason) {
        super(reason);
        this.line = line;
    }
}
/** UTF-16 units of one element with its markup; those of an article with all that may stand around it. */
const MAX_ELEMENT_LENGTH = 4 * MAX_ARTICLE_LENGTH;
/** In elements inside each other. Real files are not ten deep. */
const MAX_DEPTH = 500;
/** Of these one after another, without an element that was whole: a file that isn't XML at all would go on failing. */
const MAX_FAULTS = 100;
/** Faults that the parser reports and passes on as they stand; after any other it may have swallowed some text. */
const HARMLESS = /^(?:disallowed character\.$|undefined entity|the string "\]\]>")/u;
/** Units that an element takes in memory beside its name and text. */
const ELEMENT_WEIGHT = 100;
/** Builds the wanted elements from pieces of text. Its methods throw an `UnreadableXmlError`. */
class ElementParser {
    parser = new SaxesParser({ xmlns: false });
    wanted;
    found = [];
    /** The wanted element that is open, and those open in it. */
    open = [];
    /** By parent and name: the index of the last child, where only the last is kept. */
    latest = new WeakMap();
    depth = 0;
    /** Of the wanted element so far, in units. */
    size = 0;
    faults = 0;
    /** Why the wanted element has lost some of its text. */
    corrupt;
    /** Units since the parser last reported anything. */
    pending = 0;
    constructor(wanted) {
        this.wanted = wanted;
        const { parser } = this;
        const reported = () => {
            this.pending = 0;
        };
        parser.on('opentag', ({ name, attributes }) => this.openTag(name, attributes));
        parser.on('closetag', () => this.closeTag());
        parser.on('text', (text) => this.addText(text));
        parser.on('cdata', (text) => this.addText(text));
        parser.on('comment', reported);
        parser.on('processinginstruction', reported);
        parser.on('doctype', (doctype) => this.checkDoctype(doctype));
        parser.on('error', ({ message }) => this.noteFault(message));
    }
    write(text) {
        this.pending += text.length;
        this.parser.write(text);
        if (this.pending <= MAX_ELEMENT_LENGTH)
            return;
        const megabytes = MAX_ELEMENT_LENGTH / 1024 / 1024;
        this.fail(`too large: a piece of XML over ${megabytes} MB without an end`);
    }
    close() {
        this.parser.close();
    }
    /** What has been found since the last call. */
    take() {
        const { found } = this;
        this.found = [];
        return found;
    }
    openTag(name, attributes) {
        this.pending = 0;
        this.depth += 1;
        if (this.depth > MAX_DEPTH)
            this.fail(`elements nested over ${MAX_DEPTH} deep`);
        const element = { name, attributes, text: '', children: [], line: this.parser.line };
        if (this.depth === 1)
            this.found.push({ element: { ...element, children: [] } });
        if (this.open.length === 0) {
            if (this.depth === 1 || !this.wanted.names.has(name))
                return;
            this.size = 0;
            this.corrupt = undefined;
        }
        this.size += name.length + ELEMENT_WEIGHT;
        this.open.push(element);
    }
    closeTag() {
        this.pending = 0;
        this.depth -= 1;
        const element = this.open.pop();
        const parent = this.open.at(-1);
        if (element && parent)
            this.addChild(parent, element);
        else if (element)
            this.finish(element);
    }
    addChild(parent, element) {
        if (this.size > MAX_ELEMENT_LENGTH)
            return;
        const earlier = this.latest.get(parent)?.get(element.name);
        if (earlier !== undefined) {
            this.size -= weightOf(parent.children[earlier]);
            parent.children[earlier] = element;
            return;
        }
        if (this.wanted.last?.has(element.name)) {
            const indices = this.latest.get(parent) ?? new Map();
            this.latest.set(parent, indices.set(element.name, parent.children.length));
        }
        parent.children.push(element);
    }
    finish(element) {
        const { name, line } = element;
        if (this.size > MAX_ELEMENT_LENGTH) {
            const reason = `too large: a <${name}> over ${MAX_ELEMENT_LENGTH / 1024 / 1024} MB`;
            this.found.push({ flaw: { severity: 'error', line, reason } });
        }
        else if (this.corrupt !== undefined) {
            const reason = `${this.corrupt} left out: a <${name}>`;
            this.found.push({ flaw: { severity: 'error', line, reason } });
        }
        else {
            this.found.push({ element });
            this.faults = 0;
        }
    }
    addText(text) {
        this.pending = 0;
        const element = this.open.at(-1);
        if (!element)
            return;
        this.size += text.length;
        if (this.size <= MAX_ELEMENT_LENGTH)
            element.text += text;
    }
    /** Entities are never expanded: a text with holes in it would be no article. */
    checkDoctype(doctype) {
        this.pending = 0;
        if (/<!ENTITY/iu.test(doctype))
            this.fail('it declares custom entities, which Ibid does not expand');
    }
    noteFault(message) {
        this.faults += 1;
        const words = message.replace(/^[\d:]+\s*/u, '');
        const reason = `not well-formed XML: ${words}`;
        if (!HARMLESS.test(words))
            this.corrupt ??= reason;
        if (HARMLESS.test(words) || this.open.length === 0)
            this.found.push({ flaw: { severity: 'warning', line: this.parser.line, reason } });
        if (this.faults > MAX_FAULTS)
            this.fail('not XML');
    }
    fail(reason) {
        throw new UnreadableXmlError(this.parser.line, reason);
    }
}
function weightOf({ name, text, children }) {
    return children.reduce((sum, child) => sum + weightOf(child), name.length + ELEMENT_WEIGHT + text.length);
}
/** Units given to the parser at a time: one that has to stop has then not gone far. */
const PIECE_LENGTH = 256 * 1024;
/** Decodes by the byte order mark, else by the XML declaration, else as UTF-8. */
async function* textOf(file) {
    let decoder;
    for await (const chunk of streamBytes(file)) {
        decoder ??= new TextDecoder(encodingOf(chunk));
        const text = decoder.decode(chunk, { stream: true });
        for (let start = 0; start < text.length; start += PIECE_LENGTH)
            yield text.slice(start, start + PIECE_LENGTH);
    }
    yield decoder?.decode() ?? '';
}
function encodingOf(head) {
    const declared = head.toString('latin1', 0, 200).match(/^<\?xml[^>]*?encoding=["']([\w.:-]+)["']/u)?.[1];
    const label = utf16Of(head) ?? declared ?? 'utf-8';
    try {
        return new TextDecoder(label).encoding;
    }
    catch {
        return 'utf-8';
    }
}
/** The first child of that name; `undefined` where there is none. */
export function childOf(element, name) {
    return element.children.find((child) => child.name === name);
}
/** The text of a child, without white space around it; '' where there is none. */
export function textIn(element, name) {
    return childOf(element, name)?.text.trim() ?? '';
}
