import wtf from 'wtf_wikipedia';
import { articleOf } from './article.ts';
import { fieldsOf } from './fields.ts';
import type { CorpusFile, Item } from './reader.ts';
import { childOf, type Element, elementsOf, textIn } from './xml-elements.ts';

const WANTED = { names: new Set(['siteinfo', 'page']), last: new Set(['revision']) };

/** MediaWiki's own limit for a page ($wgMaxArticleSize, 2048 KB). */
const LARGEST_PAGE = 2 * 1024 * 1024;

/**
 * The articles of a MediaWiki dump (Special:Export, pages-articles.xml): the last revision of each page of the main
 * namespace that is no redirect. Undated: when a page was last edited is not the day of what it says.
 */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  let site: Site = {};
  for await (const found of elementsOf(file, WANTED)) {
    if ('flaw' in found) {
      yield found;
      continue;
    }
    const { element } = found;
    if (element.name === 'mediawiki') site = { ...site, language: element.attributes['xml:lang'] };
    else if (element.name === 'siteinfo') {
      site = { ...site, publisher: textIn(element, 'sitename'), base: textIn(element, 'base') };
    } else yield* itemsOf(element, file, site);
  }
}

interface Site {
  readonly publisher?: string;
  readonly language?: string | undefined;
  /** The address of its main page. */
  readonly base?: string;
}

function* itemsOf(page: Element, file: CorpusFile, { publisher, language, base }: Site): Generator<Item> {
  const title = textIn(page, 'title');
  const revision = childOf(page, 'revision');
  const source = revision && childOf(revision, 'text')?.text;
  if (textIn(page, 'ns') !== '0' || childOf(page, 'redirect') || !source?.trim()) return;
  const { line } = page;
  if (source.length > LARGEST_PAGE) {
    yield {
      flaw: {
        severity: 'error',
        line,
        reason: `too large: a page over 2 MB, which MediaWiki doesn't allow: ${title}`,
      },
    };
    return;
  }
  const { fields } = fieldsOf({ title, publisher, language, url: addressOf(title, base) });
  const id = `${file.path}#${textIn(page, 'id') || `line-${line}`}`;
  const text = plainOf(source);
  // A disambiguation page, or one that is all tables.
  if (text === '') return;
  yield articleOf({ id, path: file.path, line, text, encoding: 'utf-8', fields, fieldsFrom: 'field' });
}

/** Of the library, whose own types say `object`. */
interface Section {
  title(): string;
  paragraphs(): { text(options: object): string }[];
  lists(): { text(options: object): string }[];
}

/** The prose of a page, without tables, boxes, references and pictures; a blank line between paragraphs. */
function plainOf(source: string): string {
  const sections = wtf(source).sections() as Section[];
  const paragraphs = sections.flatMap((section) => {
    const own = section.paragraphs().map((paragraph) => paragraph.text({}));
    const lists = section.lists().map((list) => list.text({}));
    return [section.title(), ...own, ...(own.join('').trim() === '' ? lists : [])];
  });
  return paragraphs
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n');
}

function addressOf(title: string, base: string | undefined): string | undefined {
  if (!base || !/^https?:\/\//iu.test(base)) return undefined;
  const name = encodeURIComponent(title.replaceAll(' ', '_')).replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `${base.slice(0, base.lastIndexOf('/') + 1)}${name}`;
}
