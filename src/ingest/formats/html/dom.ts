import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** The part of a DOM node that is used: this project doesn't load the types of a browser. */
export interface Node {
  readonly nodeType: number;
  /** Of text and comments. */
  readonly data: string;
  readonly childNodes: Iterable<Node>;
  appendChild(node: Node): Node;
  insertBefore(node: Node, before: Node): Node;
}

/** The part of a DOM element that is used. */
export interface Element extends Node {
  /** In capital letters. */
  readonly tagName: string;
  readonly textContent: string;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  contains(other: Node): boolean;
  remove(): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** The part of a DOM document that is used. */
export interface HtmlPage extends Element {
  readonly documentElement: Element | null;
  readonly body: Element;
  createElement(name: string): Element;
}

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
export function parsePage(html: string): HtmlPage | { readonly reason: string } {
  const { reason, root } = surveyOf(html);
  if (reason !== undefined) return { reason };
  const { document } = parseHTML(rooted(html, root)) as unknown as { document: HtmlPage };
  giveBody(document);
  return document;
}

/** Where the start tag of a page's root stands: linkedom takes the first element that it meets for the root. */
interface Root {
  readonly start: number;
  readonly end: number;
  /** Whether words or elements stand before it, which browsers put into the body. */
  readonly isPreceded: boolean;
}

/**
 * A page whose root holds all of it. Where its body or root ends too early, the tags that say so are left out, as browsers do:
 * what follows belongs to the body.
 */
function rooted(html: string, root: Root | undefined): string {
  if (root === undefined) return `<html><body>${html}</body></html>`;
  const rest = html.slice(root.end);
  const before = html.slice(0, root.start);
  const inside = /<\/(?:body|html)\s{0,9}>/iu.test(rest)
    ? rest.replace(/<\/(?:body|html)\s{0,9}>/giu, '')
    : rest;
  const tag = html.slice(root.start, root.end);
  return root.isPreceded ? `${tag}${before}${inside}` : `${before}${tag}${inside}`;
}

/**
 * HTML lets a page leave the tags of its body out, write outside of it, and forget to close its head: all but what can only be of a head
 * is the body's.
 */
function giveBody(document: HtmlPage): void {
  const root = document.documentElement;
  if (root === null) return;
  const top = [...root.childNodes].find((child) => isElement(child, 'BODY'));
  const body = top ?? root.appendChild(document.createElement('body'));
  const head = [...root.childNodes].find((child) => isElement(child, 'HEAD'));
  const inHead = [...(head?.childNodes ?? [])];
  const afterHead = inHead.findIndex((child) => !isOfHead(child));
  const children = [...root.childNodes].filter((child) => child !== head);
  const at = children.indexOf(body);
  const first = [...body.childNodes][0];
  for (const child of [...(afterHead < 0 ? [] : inHead.slice(afterHead)), ...children.slice(0, at)]) {
    if (first) body.insertBefore(child, first);
    else body.appendChild(child);
  }
  for (const child of children.slice(at + 1)) body.appendChild(child);
}

function isElement(node: Node, tagName: string): boolean {
  return 'tagName' in node && node.tagName === tagName;
}

const HEAD_TAGS: ReadonlySet<unknown> = new Set(
  'BASE LINK META NOSCRIPT SCRIPT STYLE TEMPLATE TITLE'.split(' '),
);

function isOfHead(node: Node): boolean {
  if (node.nodeType === TEXT_NODE) return !/\S/u.test(node.data);
  return !('tagName' in node) || HEAD_TAGS.has(node.tagName);
}

/** Why a page is refused, and where its root is: found before a tree is built, with the tokenizer that builds it. */
function surveyOf(html: string): { readonly reason?: string | undefined; readonly root?: Root | undefined } {
  let elements = 0;
  let pieces = 0;
  let depth = 0;
  let attributes = 0;
  let reason: string | undefined;
  let root: Root | undefined;
  let isPreceded = false;
  const refuse = (words: string) => {
    reason ??= words;
    parser.pause();
  };
  const piece = () => {
    pieces += 1;
    if (pieces > MAX_TEXT_NODES) refuse(`over ${MAX_TEXT_NODES.toLocaleString('en-US')} pieces of text`);
  };
  const parser = new Parser({
    onopentag(name) {
      if (root !== undefined) return;
      if (name === 'html') root = { start: parser.startIndex, end: parser.endIndex + 1, isPreceded };
      else isPreceded = true;
    },
    onopentagname() {
      elements += 1;
      depth += 1;
      attributes = 0;
      if (elements > MAX_ELEMENTS) refuse(`over ${MAX_ELEMENTS.toLocaleString('en-US')} elements`);
      else if (depth > MAX_DEPTH) refuse(`elements nested over ${MAX_DEPTH} deep`);
    },
    onattribute(name, value) {
      attributes += 1;
      if (attributes > MAX_ATTRIBUTES) refuse(`an element with over ${MAX_ATTRIBUTES} attributes`);
      else if (name === 'class' && value.length > MAX_CLASS_LENGTH)
        refuse('an element with thousands of classes');
    },
    ontext(text) {
      piece();
      isPreceded ||= /\S/u.test(text);
    },
    oncomment: piece,
    onclosetag() {
      depth -= 1;
    },
  });
  for (let from = 0; from < html.length && reason === undefined; from += STEP_LENGTH) {
    parser.write(html.slice(from, from + STEP_LENGTH));
  }
  if (reason === undefined) parser.end();
  return { reason: reason && `page too complex: ${reason}`, root };
}

/** UTF-16 units given to the tokenizer at a time, so that it can stop early. */
const STEP_LENGTH = 64 * 1024;
