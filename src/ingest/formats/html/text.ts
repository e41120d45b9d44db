import { type Element, type Node, TEXT_NODE } from './dom.ts';

/** Block elements (the HTML standard's rendering section), which here are paragraphs. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);

/** Never shown, or not as words of the text. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'APPLET AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MAP NOSCRIPT OBJECT RP RT SCRIPT SELECT STYLE SVG TEMPLATE ' +
    'TEXTAREA TITLE VIDEO'
  ).split(' '),
);

/** A paragraph of a page: what stands between two edges of block elements. */
export interface Paragraph {
  readonly text: string;
  /** The block element that holds it. */
  readonly block: Element;
  /** In UTF-16 units: how much of it leads to other pages. */
  readonly linked: number;
}

/**
 * The text of a node as a browser would show it, without its layout: paragraphs with a blank line between them, `<br>` as a
 * newline, the cells of a table's row with a tab between them, white space collapsed outside of `<pre>`. Marks of notes
 * and readings of words (`<rt>`) stand beside the text, and are left out.
 */
export function textOf(root: Element): string {
  return joined(paragraphsOf(root));
}

/** The text of paragraphs. */
export function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n\n');
}

/** The paragraphs of an element, in order; none is blank. */
export function paragraphsOf(root: Element): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let line: string[] = [];
  let linked = 0;
  const flush = (block: Element) => {
    const text = tidied(line.join(''));
    if (text !== '') paragraphs.push({ text, block, linked });
    [line, linked] = [[], 0];
  };
  const visit = (node: Element, block: Element, pre: boolean): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) line.push(pre ? preserved(child.data) : collapsed(child.data));
      else if (isElement(child)) visitElement(child, block, pre);
    }
  };
  // As deep as the page, which `parsePage` bounds.
  const visitElement = (element: Element, outer: Element, pre: boolean): void => {
    const { tagName } = element;
    if (SILENT.has(tagName) || isHidden(element)) return;
    if (isNoteMark(element)) return void line.push(NOTE_MARK);
    if (tagName === 'BR') line.push('\n');
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) flush(outer);
    const before = line.length;
    visit(element, isBlock ? element : outer, pre || tagName === 'PRE');
    if (isBlock) flush(element);
    else if (tagName === 'TD' || tagName === 'TH') line.push('\t');
    else if (leadsAway(element)) linked += line.slice(before).join('').trim().length;
  };
  visitElement(root, root, false);
  flush(root);
  return paragraphs;
}

/** To another page, rather than to a place in this one. */
function leadsAway(element: Element): boolean {
  const href = element.tagName === 'A' ? element.getAttribute('href') : null;
  return href !== null && !/^\s*(?:#|mailto:|tel:|javascript:)/iu.test(href);
}

/** A raised figure, letter or asterisk that leads to a note on the same page, and the arrow that leads back from there. */
function isNoteMark(element: Element): boolean {
  const { tagName } = element;
  if (tagName !== 'SUP' && tagName !== 'A') return false;
  if (!MARK.test(element.textContent.slice(0, MAX_MARK_LENGTH))) return false;
  if (element.textContent.length >= MAX_MARK_LENGTH) return false;
  const link = tagName === 'A' ? element : element.querySelector('a');
  if (!/^[^?]*#/u.test(link?.getAttribute('href') ?? '')) return false;
  return (
    tagName === 'SUP' ||
    element.querySelector('sup') !== null ||
    /[[\]†‡↩^]|doc-noteref|doc-backlink/u.test(`${element.textContent}${element.getAttribute('role') ?? ''}`)
  );
}

const MAX_MARK_LENGTH = 12;
/** "1", "[12]", "(a)", "iv", "*", "[note 3]", "↩". */
const MARK = /^[\s[(]*(?:(?:note|nb|n)?\s?\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶^↩↑]{1,3}\ufe0e?)[\s\]).,]*$/iu;

/** Where a mark of a note stood; private use, as `KEPT_SPACE`. */
const NOTE_MARK = '\ue001';

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** As far as the page says so itself, without its style sheets. */
function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return element.getAttribute('hidden') !== null || /\bdisplay\s{0,9}:\s{0,9}none\b/iu.test(style);
}

/** HTML's white space: a no-break space is none. */
function collapsed(data: string): string {
  return data.replace(/[ \t\r\n\f]+/gu, ' ');
}

/** A space of `<pre>`, so that it outlives `tidied`. Private use: a page that holds it gets a space. */
const KEPT_SPACE = '\ue000';

function preserved(data: string): string {
  return data.replace(/\r\n?/gu, '\n').replaceAll(' ', KEPT_SPACE);
}

/** Each step looks at a character once: a line may be megabytes of spaces. */
function tidied(line: string): string {
  return (
    line
      // Two words that only a mark parts are no word.
      .replace(/(?<=[\p{L}\p{N}])\ue001{1,9}(?=[\p{L}\p{N}])/gu, ' ')
      .replaceAll(NOTE_MARK, '')
      .split('\n')
      .map((one) =>
        one
          .split('\t')
          .map((cell) => cell.replace(/ +/gu, ' ').replace(/^ /u, '').replace(/ $/u, ''))
          .join('\t'),
      )
      .join('\n')
      .replaceAll(KEPT_SPACE, ' ')
      .trim()
  );
}
