import { fieldsOf } from '../metadata/fields.ts';
import { articleOf } from '../metadata/new-article.ts';
import type { CorpusFile, Item } from './reader.ts';
import { type Skipped, skipped } from './skipped.ts';
import { HIDDEN_NAMESPACES, type HiddenNamespaces, plainOfWikitext } from './wiki/wikitext.ts';
import { childOf, elementsOf, textIn, type XmlElement } from './xml-elements.ts';

const WANTED = { names: new Set(['siteinfo', 'page']), last: new Set(['revision']) };

/** In UTF-16 units: MediaWiki's own limit for a page ($wgMaxArticleSize, 2048 KB). */
const MAX_PAGE_LENGTH = 2 * 1024 * 1024;

/**
 * Reads the articles of a MediaWiki dump (Special:Export, pages-articles.xml): the last revision of each page of the main
 * namespace that is no redirect. Undated, unless it opens with its day ({{date|…}}, as news of Wikinews do): when a page was
 * last edited is not the day of what it says.
 */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  let site: Site = { hidden: new Set(HIDDEN_NAMESPACES) };
  const others = skipped();
  for await (const found of elementsOf(file, WANTED)) {
    if ('flaw' in found) {
      yield found;
      continue;
    }
    const { element } = found;
    if (element.name === 'mediawiki') site = { ...site, language: element.attributes['xml:lang'] };
    else if (element.name === 'siteinfo') {
      site = { ...site, ...siteOf(element) };
    } else yield* itemsOf(element, file, site, others);
  }
  yield* others.items();
}

interface Site {
  readonly publisher?: string;
  readonly language?: string | undefined;
  /** The address of its main page. */
  readonly base?: string;
  readonly hidden: HiddenNamespaces;
}

/** The numbers of namespaces are the same in every wiki: https://www.mediawiki.org/wiki/Manual:Namespace_constants. */
const HIDDEN_NAMESPACE_KEYS = ['-2', '6', '14'];

function siteOf(siteinfo: XmlElement): Site {
  const spaces = childOf(siteinfo, 'namespaces')?.children ?? [];
  const own = spaces.filter(({ attributes }) => HIDDEN_NAMESPACE_KEYS.includes(attributes.key ?? ''));
  return {
    publisher: textIn(siteinfo, 'sitename'),
    base: textIn(siteinfo, 'base'),
    hidden: new Set([...HIDDEN_NAMESPACES, ...own.map(({ text }) => text.trim().toLowerCase())]),
  };
}

function* itemsOf(
  page: XmlElement,
  file: CorpusFile,
  { publisher, language, base, hidden }: Site,
  others: Skipped,
): Generator<Item> {
  const title = textIn(page, 'title');
  const revision = childOf(page, 'revision');
  const source = revision && childOf(revision, 'text')?.text;
  if (textIn(page, 'ns') !== '0') return others.count('pages of other namespaces');
  if (childOf(page, 'redirect')) return others.count('redirects');
  if (!source?.trim()) return others.count('empty pages');
  const { line } = page;
  if (source.length > MAX_PAGE_LENGTH) {
    yield {
      flaw: {
        severity: 'error',
        line,
        reason: `too large: a page over 2 MB, which MediaWiki doesn't allow: ${title}`,
      },
    };
    return;
  }
  const { fields } = fieldsOf({
    title,
    publisher,
    language,
    url: addressOf(title, base),
    published: dayOf(source),
  });
  const id = `${file.path}#${textIn(page, 'id') || `line-${line}`}`;
  const text = plainOfWikitext(source, hidden);
  if (text === '') return others.count('pages without prose (only tables, templates and links)');
  yield articleOf({ id, path: file.path, line, text, encoding: 'utf-8', fields, fieldsFrom: 'field' });
}

/** As Wikinews has it on top of each story. */
function dayOf(source: string): string | undefined {
  return source.slice(0, 500).match(/^\s*(?:<!--.{0,200}-->\s*)?\{\{date\|(?:1=)?([^{}|]{6,40})\}\}/iu)?.[1];
}

function addressOf(title: string, base: string | undefined): string | undefined {
  if (!base || !/^https?:\/\//iu.test(base)) return undefined;
  const name = encodeURIComponent(title.replaceAll(' ', '_')).replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `${base.slice(0, base.lastIndexOf('/') + 1)}${name}`;
}
