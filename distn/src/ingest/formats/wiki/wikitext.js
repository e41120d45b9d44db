import { decodeHTML } from 'entities';
import { LINK, proseOf } from './wikitext-prose.js';
import { templateText } from './wikitext-templates.js';
/** Their canonical names, which every wiki understands beside those of its language. */
export const HIDDEN_NAMESPACES = ['file', 'image', 'media', 'category'];
/**
 * Extracts the prose of a wiki page, without templates, tables, references and pictures; headings and list items are
 * paragraphs; '' where there is none. One pass with a stack over the marks of mediawiki.org/wiki/Help:Formatting, and
 * so linear in the text, whatever it holds: `wtf_wikipedia` takes 11 s for 100 KB of quotation marks. What is opened
 * and never closed stands as it is written.
 */
export function plainOfWikitext(source, apart = new Set(HIDDEN_NAMESPACES)) {
    // The two characters are ours, to mark what was a link.
    const text = source.replace(/[\u0001\u0002]/gu, '');
    return proseOf(decodeHTML(withoutMarks(text, apart)));
}
/** Real pages are nested about ten deep; MediaWiki itself stops at 40 ($wgMaxTemplateDepth 40, later 100). */
const MAX_DEPTH = 100;
const MARK = /<!--|<\/?[a-z][a-z0-9]*|\{\{|\}\}|\{\||\|\}|\[\[|\]\]|\[(?=https?:|mailto:|ftp:|\/\/)|\]|\||\n/giu;
function withoutMarks(text, apart) {
    const stack = [{ kind: 'page', opener: '', parts: [''] }];
    const after = finder(text);
    let at = 0;
    const top = () => stack.at(-1);
    const write = (words) => {
        const { parts } = top();
        parts[parts.length - 1] += words;
    };
    const open = (kind, opener) => {
        if (stack.length > MAX_DEPTH)
            write(opener);
        else
            stack.push({ kind, opener, parts: [''] });
    };
    /** It was none after all: what is in it belongs to what it stands in. */
    const giveUp = () => {
        const { opener, parts } = stack.pop();
        write(opener + parts.join('|'));
    };
    const close = (kind, closer, worded) => {
        if (top().kind === kind)
            write(worded(stack.pop().parts));
        else
            write(closer);
    };
    const marks = new RegExp(MARK);
    for (let found = marks.exec(text); found; found = marks.exec(text)) {
        const [mark] = found;
        // Most line ends mean nothing here: they are written with what follows.
        if (mark === '\n' && !endsWithLine(top()))
            continue;
        write(text.slice(at, found.index));
        at = found.index + mark.length;
        if (mark === '{{')
            open('template', mark);
        else if (mark === '[[')
            open('link', mark);
        else if (mark === '[')
            open('address', mark);
        else if (mark === '{|') {
            if (isAtLineStart(text, found.index))
                open('table', mark);
            else
                write(mark);
        }
        else if (mark === '}}')
            close('template', mark, templateText);
        else if (mark === ']]')
            close('link', mark, (parts) => linkText(parts, apart));
        else if (mark === ']')
            close('address', mark, addressText);
        else if (mark === '|}') {
            if (top().kind === 'table')
                close('table', mark, () => '');
            else {
                // The bar of a template's last, empty argument.
                at -= 1;
                bar(top(), write);
            }
        }
        else if (mark === '|')
            bar(top(), write);
        else if (mark === '\n') {
            if (top().kind === 'address')
                giveUp();
            // A link ends in its paragraph; the caption of a picture may have several lines.
            while (top().kind === 'link' && text[at] === '\n')
                giveUp();
            write(mark);
        }
        else
            at = passed(text, found.index, mark, after, write);
        marks.lastIndex = at;
    }
    write(text.slice(at));
    while (stack.length > 1)
        giveUp();
    return top().parts.join('|');
}
function endsWithLine({ kind }) {
    return kind === 'address' || kind === 'link';
}
function bar({ kind, parts }, write) {
    if (kind === 'template' || kind === 'link')
        parts.push('');
    else
        write('|');
}
function isAtLineStart(text, at) {
    let before = at - 1;
    // As far as anybody indents a table: farther would be looked at again and again.
    while (before >= at - 20 && /[ \t:]/u.test(text[before] ?? ''))
        before -= 1;
    return before < 0 || text[before] === '\n';
}
/** Elements whose content is no prose. */
const DROPPED = new Set('ref gallery math chem ce timeline syntaxhighlight source score imagemap graph hiero mapframe maplink templatestyles templatedata includeonly references inputbox categorytree indicator script style'.split(' '));
/** Elements that end a line. */
const BLOCKS = new Set('br p div blockquote center poem ul ol li dl dd dt hr h1 h2 h3 h4 h5 h6 tr table pre'.split(' '));
/** Goes past a comment or a tag, and where it says so past what is in it; answers where to go on. */
function passed(text, start, mark, after, write) {
    if (mark === '<!--')
        return Math.max(after('-->', start + 4), start + 4);
    const end = after('>', start);
    const name = mark.replace(/^<\/?/u, '').toLowerCase();
    // "a <b c" is no tag, and one over some lines isn't either.
    if (end < 0 || end - start > MAX_TAG_LENGTH) {
        write(mark);
        return start + mark.length;
    }
    const closes = mark.startsWith('</');
    if (closes || text[end - 2] === '/') {
        if (BLOCKS.has(name))
            write(name === 'br' ? '\n' : '\n\n');
        return end;
    }
    if (name === 'nowiki') {
        const last = after('</nowiki>', end);
        if (last < 0)
            return end;
        write(text.slice(end, last - '</nowiki>'.length));
        return last;
    }
    if (DROPPED.has(name))
        return Math.max(after(`</${name}>`, end), end);
    if (BLOCKS.has(name))
        write(name === 'br' ? '\n' : '\n\n');
    return end;
}
/** In UTF-16 units; a reference's name, or a style, has some hundred. */
const MAX_TAG_LENGTH = 2000;
/**
 * Finds the end of the next `what`, in any case; -1 where there is none, which is asked of the text once: a thousand
 * comments that are never closed would else be looked for to the end of the page, each.
 */
function finder(text) {
    const lower = text.toLowerCase();
    // Case changes the length of some letters: then only what is written in lower case is found.
    const where = lower.length === text.length ? lower : text;
    const next = new Map();
    return (what, from) => {
        let place = next.get(what);
        if (place === undefined || (place !== -1 && place < from)) {
            place = where.indexOf(what, from);
            next.set(what, place);
        }
        return place < 0 ? -1 : place + what.length;
    };
}
function linkText([target = '', ...label], apart) {
    const colon = target.indexOf(':');
    const space = colon < 0 ? '' : target.slice(0, colon).trim().replaceAll('_', ' ').toLowerCase();
    if (space !== '' && apart.has(space))
        return '';
    // Of the same page in another language.
    if (label.length === 0 && /^[a-z]{2,3}(?:-[a-z]{2,10})?$/u.test(space))
        return '';
    const words = label.length > 0 ? label.join('|') : target.replace(/^\s*:/u, '');
    return words.includes('\n') ? words : LINK.start + words + LINK.end;
}
/** `[https://example.org/ its label]`; without one the address is a number on the page. */
function addressText([content = '']) {
    const space = content.search(/[\s\u0001]/u);
    return space < 0 ? '' : LINK.start + content.slice(space).trim() + LINK.end;
}
