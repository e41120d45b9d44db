import { fieldsOf } from '../metadata/fields.js';
import { articleOf } from '../metadata/new-article.js';
import { extractHtml } from './html/extract.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from './reader.js';
import { skipped } from './skipped.js';
import { elementsOf, textIn } from './xml-elements.js';
const WANTED = { names: new Set(['title', 'language', 'item']) };
/** Reads the published posts and pages of a WordPress export (Tools → Export, "WXR"). */
export async function* read(file) {
    const site = {};
    const others = skipped();
    for await (const found of elementsOf(file, WANTED)) {
        if ('flaw' in found) {
            yield found;
            continue;
        }
        const { element } = found;
        if (element.name === 'title')
            site.publisher ??= element.text;
        if (element.name === 'language')
            site.language ??= element.text;
        if (element.name === 'item')
            yield* itemsOf(element, file, site, others);
    }
    yield* others.items();
}
function* itemsOf(post, file, site, others) {
    const kind = textIn(post, 'wp:post_type');
    const content = textIn(post, 'content:encoded');
    if (kind !== 'post' && kind !== 'page') {
        return others.count('entries that are neither posts nor pages (attachments, menus)');
    }
    if (textIn(post, 'wp:status') !== 'publish')
        return others.count('posts that are not published');
    const { line } = post;
    if (content.length > MAX_ARTICLE_LENGTH) {
        yield { flaw: { severity: 'error', line, reason: `too large: a post over ${MAX_ARTICLE_MB} MB` } };
        return;
    }
    const { fields, invalid } = fieldsOf({
        ...site,
        title: textIn(post, 'title'),
        url: textIn(post, 'link'),
        author: textIn(post, 'dc:creator'),
        published: dateOf(post),
        tags: tagsOf(post),
    });
    for (const { reason } of invalid)
        yield { flaw: { severity: 'warning', line, reason } };
    const { text, reason } = extractHtml(paragraphed(content), { whole: true });
    if (reason) {
        yield { flaw: { severity: 'error', line, reason } };
        return;
    }
    const id = `${file.path}#${textIn(post, 'wp:post_id') || `line-${line}`}`;
    yield articleOf({ id, path: file.path, line, text, encoding: 'utf-8', fields, fieldsFrom: 'field' });
}
/** `pubDate` is in RFC 2822, `post_date_gmt` in UTC; of the first some exports say the year -0001. */
function dateOf(post) {
    const utc = textIn(post, 'wp:post_date_gmt');
    return /^[1-9]/u.test(utc) ? utc : textIn(post, 'pubDate');
}
function tagsOf({ children }) {
    return children
        .filter(({ name, attributes }) => name === 'category' && attributes.domain === 'post_tag')
        .map(({ text }) => text);
}
/** What WordPress does before it shows a post of its old editor (`wpautop`): a blank line is a paragraph. */
function paragraphed(content) {
    const html = content.replace(SHORTCODE, '');
    if (/<!-- wp:|<p[\s>]/iu.test(html))
        return html;
    return html
        .split(/\n[ \t\r]{0,99}\n/u)
        .map((part) => (BLOCK.test(part) ? part : `<p>${part}</p>`))
        .join('\n');
}
const BLOCK = /^\s*<\/?(?:address|blockquote|div|dl|figure|h[1-6]|hr|ol|pre|section|table|ul)\b/iu;
/** The shortcodes of WordPress itself; others may be words in brackets. */
const SHORTCODE = /\[\/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b[^[\]]{0,1000}\]/gu;
