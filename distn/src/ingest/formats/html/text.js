import { TEXT_NODE } from './dom.js';
/** Block elements (the HTML standard's rendering section), which here are paragraphs. */
const BLOCKS = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL').split(' '));
/** Never shown, or not as words of the text. */
const SILENT = new Set(('APPLET AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MAP NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE ' +
    'TEXTAREA TITLE VIDEO').split(' '));
/**
 * The text of a node as a browser would show it, without its layout: paragraphs with a blank line between them, `<br>` as a
 * newline, the cells of a table's row with a tab between them, white space collapsed outside of `<pre>`.
 */
export function textOf(root) {
    const paragraphs = [];
    let line = [];
    const flush = () => {
        const text = tidied(line.join(''));
        if (text !== '')
            paragraphs.push(text);
        line = [];
    };
    const visit = (node, pre) => {
        for (const child of node.childNodes) {
            if (child.nodeType === TEXT_NODE)
                line.push(pre ? preserved(child.data) : collapsed(child.data));
            else if (isElement(child))
                visitElement(child, pre);
        }
    };
    // As deep as the page, which `parsePage` bounds.
    const visitElement = (element, pre) => {
        const { tagName } = element;
        if (SILENT.has(tagName) || isHidden(element))
            return;
        if (tagName === 'BR')
            line.push('\n');
        const block = BLOCKS.has(tagName);
        if (block)
            flush();
        visit(element, pre || tagName === 'PRE');
        if (block)
            flush();
        else if (tagName === 'TD' || tagName === 'TH')
            line.push('\t');
    };
    if (isElement(root))
        visitElement(root, false);
    else
        visit(root, false);
    flush();
    return paragraphs.join('\n\n');
}
function isElement(node) {
    return node.nodeType === 1;
}
/** As far as the page says so itself, without its style sheets. */
function isHidden(element) {
    const style = element.getAttribute('style') ?? '';
    return element.getAttribute('hidden') !== null || /\bdisplay\s{0,9}:\s{0,9}none\b/iu.test(style);
}
/** HTML's white space: a no-break space is none. */
function collapsed(data) {
    return data.replace(/[ \t\r\n\f]+/gu, ' ');
}
/** A space of `<pre>`, so that it outlives `tidied`. Private use: a page that holds it gets a space. */
const KEPT_SPACE = '\ue000';
function preserved(data) {
    return data.replace(/\r\n?/gu, '\n').replaceAll(' ', KEPT_SPACE);
}
/** Each step looks at a character once: a line may be megabytes of spaces. */
function tidied(line) {
    return line
        .split('\n')
        .map((one) => one
        .split('\t')
        .map((cell) => cell.replace(/ +/gu, ' ').replace(/^ /u, '').replace(/ $/u, ''))
        .join('\t'))
        .join('\n')
        .replaceAll(KEPT_SPACE, ' ')
        .trim();
}
