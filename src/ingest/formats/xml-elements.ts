import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { bytesOf } from '../decoding/bytes.ts';
import { utf16Of } from '../decoding/decode.ts';
import { ARTICLE_LIMIT, type CorpusFile, type Flaw } from './reader.ts';

/** An element with all that is in it, names as they are written, with their prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of its own, entities read. */
  text: string;
  readonly children: Element[];
  /** Counted from 1. */
  readonly line: number;
}

export type Found = { readonly element: Element } | { readonly flaw: Flaw };

export interface Wanted {
  /** Names of the elements to yield, whole, where they are not inside each other. */
  readonly names: ReadonlySet<string>;
  /** Of elements of these names in one parent only the last is kept. */
  readonly last?: ReadonlySet<string>;
}

/** Elements one by one, the root first, without what is in it: the file may be larger than memory. */
export async function* elementsOf(file: CorpusFile, wanted: Wanted): AsyncGenerator<Found> {
  const found: Found[] = [];
  const parser = parserOf(wanted, found);
  try {
    for await (const text of textOf(file)) {
      parser.write(text);
      yield* found.splice(0);
    }
    parser.close();
    yield* found.splice(0);
  } catch (error) {
    yield* found.splice(0);
    if (!(error instanceof Unreadable)) throw error;
    yield { flaw: { severity: 'error', line: error.line, reason: `${error.message}; the rest is left out` } };
  }
}

class Unreadable extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** Characters of one element with its mark-up; those of an article with all that may stand around it. */
const LARGEST = 4 * ARTICLE_LIMIT;
/** Real ones are not ten deep. */
const DEEPEST = 500;
/** What the parser says of it and passes on as it stands; after anything else it may have swallowed a piece. */
const HARMLESS = /^(?:disallowed character\.$|undefined entity|the string "\]\]>")/u;
/** Of these one after another, without an element that was whole: a file that isn't XML at all would go on failing. */
const FAULTS = 100;

function parserOf({ names, last }: Wanted, found: Found[]) {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  /** Where in a parent the last of those is of which only the last is kept. */
  const latest = new WeakMap<Element, Map<string, number>>();
  let depth = 0;
  let size = 0;
  let faults = 0;
  /** Why the element that is open has lost some of its text. */
  let damaged: string | undefined;
  /** Where what the parser is in the middle of began. */
  let pending = 0;

  const took = () => {
    pending = 0;
  };
  const take = (text: string) => {
    took();
    const element = open.at(-1);
    if (!element) return;
    size += text.length;
    if (size <= LARGEST) element.text += text;
  };
  const begin = (name: string, attributes: Record<string, string>) => {
    const element: Element = { name, attributes, text: '', children: [], line: parser.line };
    if (open.length === 0) [size, damaged] = [0, undefined];
    size += name.length + 100;
    open.push(element);
  };
  const end = () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (!element) return;
    if (parent) {
      if (size > LARGEST) return;
      const earlier = latest.get(parent)?.get(element.name);
      if (earlier !== undefined) {
        size -= weightOf(parent.children[earlier]!);
        parent.children[earlier] = element;
        return;
      }
      if (last?.has(element.name)) {
        const places = latest.get(parent) ?? new Map<string, number>();
        latest.set(parent, places.set(element.name, parent.children.length));
      }
      parent.children.push(element);
    } else if (size > LARGEST) {
      const reason = `too large: a <${element.name}> over ${LARGEST / 1024 / 1024} MB`;
      found.push({ flaw: { severity: 'error', line: element.line, reason } });
    } else if (damaged !== undefined) {
      const reason = `${damaged} left out: a <${element.name}>`;
      found.push({ flaw: { severity: 'error', line: element.line, reason } });
    } else {
      found.push({ element });
      faults = 0;
    }
  };

  parser.on('opentag', ({ name, attributes }) => {
    took();
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable(parser.line, `elements over ${DEEPEST} deep`);
    if (depth === 1) found.push({ element: { name, attributes, text: '', children: [], line: parser.line } });
    if (open.length > 0 || (depth > 1 && names.has(name))) begin(name, attributes);
  });
  parser.on('closetag', () => {
    took();
    depth -= 1;
    end();
  });
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('comment', took);
  parser.on('processinginstruction', took);
  parser.on('doctype', (doctype) => {
    took();
    // They are never expanded; a text with holes in it would be no article.
    if (/<!ENTITY/iu.test(doctype))
      throw new Unreadable(parser.line, 'it declares entities of its own, which are not read');
  });
  parser.on('error', ({ message }) => {
    faults += 1;
    const words = message.replace(/^[\d:]+\s*/u, '');
    const reason = `not sound XML: ${words}`;
    if (!HARMLESS.test(words)) damaged ??= reason;
    if (HARMLESS.test(words) || open.length === 0)
      found.push({ flaw: { severity: 'warning', line: parser.line, reason } });
    if (faults > FAULTS) throw new Unreadable(parser.line, 'not XML');
  });
  return {
    write(text: string) {
      pending += text.length;
      parser.write(text);
      if (pending > LARGEST)
        throw new Unreadable(
          parser.line,
          `too large: a piece of XML over ${LARGEST / 1024 / 1024} MB that never ends`,
        );
    },
    close: () => void parser.close(),
  };
}

function weightOf({ name, text, children }: Element): number {
  return children.reduce((sum, child) => sum + weightOf(child), name.length + 100 + text.length);
}

/** Characters at a time: a parser that has to stop has then not gone far. */
const PIECE = 256 * 1024;

/** In the encoding of the byte order mark, or else of the XML declaration, or UTF-8. */
async function* textOf(file: CorpusFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytesOf(file)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE);
  }
  yield decoder?.decode() ?? '';
}

function encodingOf(head: Buffer): string {
  const declared = head.toString('latin1', 0, 200).match(/^<\?xml[^>]*?encoding=["']([\w.:-]+)["']/u)?.[1];
  const label = utf16Of(head) ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of a child, without white space around it; '' where there is none. */
export function textIn(element: Element, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
