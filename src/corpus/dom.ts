import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** What is used of a parsed page: this project doesn't load the types of a browser. */
export interface Node {
  readonly nodeType: number;
  /** Of text and comments. */
  readonly data: string;
  readonly childNodes: Iterable<Node>;
}

export interface Element extends Node {
  /** In capital letters. */
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

export interface Page extends Element {
  readonly documentElement: Element | null;
  readonly body: Element;
}

export const TEXT_NODE = 3;

/** Chrome nests elements 512 deep and no deeper (kMaximumHTMLParserDOMTreeDepth): what lies deeper nobody has seen. */
export const DEEPEST = 512;
/** The HTML standard as one page, 13 MB, has some 300,000; of 40 news pages the largest has 6,000. */
const MOST_ELEMENTS = 200_000;
/** linkedom looks through all attributes to add one. The most seen on 40 news pages: 27. */
const MOST_ATTRIBUTES = 1000;

/** The page as a tree; or why it isn't built. Nothing in it is run or fetched. */
export function parsePage(html: string): Page | { readonly reason: string } {
  const reason = excessOf(html);
  if (reason !== undefined) return { reason };
  // linkedom takes a text without a root element for a fragment that has no body.
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: Page };
  return document;
}

/** Found before a tree is built, with the tokenizer that builds it. */
function excessOf(html: string): string | undefined {
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  let reason: string | undefined;
  const refuse = (words: string) => {
    reason ??= words;
    parser.pause();
  };
  const parser = new Parser({
    onopentagname() {
      elements += 1;
      depth += 1;
      attributes = 0;
      if (elements > MOST_ELEMENTS) refuse(`over ${MOST_ELEMENTS.toLocaleString('en-US')} elements`);
      else if (depth > DEEPEST) refuse(`elements nested over ${DEEPEST} deep`);
    },
    onattribute() {
      attributes += 1;
      if (attributes > MOST_ATTRIBUTES) refuse(`an element with over ${MOST_ATTRIBUTES} attributes`);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let from = 0; from < html.length && reason === undefined; from += STEP) {
    parser.write(html.slice(from, from + STEP));
  }
  if (reason === undefined) parser.end();
  return reason && `too intricate a page: ${reason}`;
}

/** So that a refusal comes early. */
const STEP = 64 * 1024;
