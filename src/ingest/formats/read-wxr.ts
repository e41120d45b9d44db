import { fieldsOf } from '../metadata/fields.ts';
import { articleOf } from '../metadata/new-article.ts';
import { extractHtml } from './html/extract.ts';
import { type CorpusFile, type Item, MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from './reader.ts';
import { type Skipped, skipped } from './skipped.ts';
import { elementsOf, textIn, type XmlElement } from './xml-elements.ts';

const WANTED = { names: new Set(['title', 'language', 'item']) };

/** Reads the published posts and pages of a WordPress export (Tools → Export, "WXR"). */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const site: { publisher?: string; language?: string } = {};
  const others = skipped();
  for await (const found of elementsOf(file, WANTED)) {
    if ('flaw' in found) {
      yield found;
      continue;
    }
    const { element } = found;
    if (element.name === 'title') site.publisher ??= element.text;
    if (element.name === 'language') site.language ??= element.text;
    if (element.name === 'item') yield* itemsOf(element, file, site, others);
  }
  yield* others.items();
}

function* itemsOf(post: XmlElement, file: CorpusFile, site: object, others: Skipped): Generator<Item> {
  const kind = textIn(post, 'wp:post_type');
  const content = textIn(post, 'content:encoded');
  if (NO_ARTICLE.test(kind)) {
    return others.count('entries that are neither posts nor pages (attachments, menus)');
  }
  if (textIn(post, 'wp:status') !== 'publish') return others.count('posts that are not published');
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
  for (const { reason } of invalid) yield { flaw: { severity: 'warning', line, reason } };
  const { text, reason } = extractHtml(paragraphed(content), { whole: true });
  if (reason) {
    yield { flaw: { severity: 'error', line, reason } };
    return;
  }
  const id = `${file.path}#${textIn(post, 'wp:post_id') || `line-${line}`}`;
  yield articleOf({ id, path: file.path, line, text, encoding: 'utf-8', fields, fieldsFrom: 'field' });
}

/** `pubDate` is in RFC 2822, `post_date_gmt` in UTC; of the first some exports say the year -0001. */
function dateOf(post: XmlElement): string {
  const utc = textIn(post, 'wp:post_date_gmt');
  return /^[1-9]/u.test(utc) ? utc : textIn(post, 'pubDate');
}

function tagsOf({ children }: XmlElement): string[] {
  return children
    .filter(({ name, attributes }) => name === 'category' && attributes.domain === 'post_tag')
    .map(({ text }) => text);
}

/** What WordPress does before it shows a post of its old editor (`wpautop`): a blank line is a paragraph. */
function paragraphed(content: string): string {
  const html = withoutShortcodes(content);
  if (/<!-- wp:|<p[\s>]/iu.test(html)) return html;
  return html
    .split(/\n[ \t\r]{0,99}\n/u)
    .map((part) => (BLOCK.test(part) ? part : `<p>${part}</p>`))
    .join('\n');
}

const BLOCK = /^\s*<\/?(?:address|blockquote|div|dl|figure|h[1-6]|hr|ol|pre|section|table|ul)\b/iu;

/**
 * Kinds of entries that hold no story, of WordPress and of plugins that many sites have. Others are what a site calls its own:
 * "news", "press-release".
 */
const NO_ARTICLE =
  /^(?:$|attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|wpcf7.*|acf-.*|elementor.*|et_.*|fusion_.*|vc_.*|shop_.*|scheduled-action|feedback|mc4wp.*|popup|ml-slider|amp_validated_url|jetpack_.*|safecss|tablepress_table)$/u;

/** A word in brackets that is no word of the text, with what it says of itself. */
const SHORTCODE = /\[\/?([a-z][\w-]{0,60})((?:\s[^[\]]{0,2000})?)\/?\]/gu;
/** Of WordPress itself, and of builders of pages. */
const KNOWN =
  /^(?:audio|caption|embed|gallery|playlist|video|wp_caption|(?:et_pb|vc|fusion|av|mk|su|cs|fl|siteorigin|tatsu|x)_.*)$/u;

/** Without shortcodes: those that are known, that have attributes, or that are closed again. Others may be words: "[sic]". */
function withoutShortcodes(content: string): string {
  const closed = new Set([...content.matchAll(/\[\/([a-z][\w-]{0,60})\]/gu)].map(([, name]) => name));
  return content.replace(SHORTCODE, (whole, name: string, attributes: string) =>
    KNOWN.test(name) || closed.has(name) || /^\s+[\w-]+\s?=\s?["'“”&]/u.test(attributes) ? '' : whole,
  );
}
