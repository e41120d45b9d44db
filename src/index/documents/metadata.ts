import { type Alike, alikeAmong, COMPARED, marksOf } from '../../ingest/duplicates/near-duplicates.ts';
import { byCodeUnits } from '../../ingest/files/by-code-units.ts';
import type { ArchiveStatus, Article, Document, Filter } from '../../model/model.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { codeOf } from '../../text/languages/language.ts';
import { fold } from '../../text/tokens/fold.ts';
import { there } from './document.ts';

/** What is asked of an archive's articles by their fields, without their texts. Articles are called by their numbers. */
export interface Register {
  byId(id: string): number | undefined;
  /** By the fingerprint of its id, as a button remembers it. */
  byMark(mark: string): number | undefined;
  /** Articles with exactly this text, by its mark. */
  byText(mark: string): number[];
  /** The other articles that are the same as one, by its number: earliest first. */
  alike(number: number): Alike[];
  /** How many articles have a text that another one has, word for word. */
  repeated(): number;
  /** How many articles a file gave. */
  inFile(path: string): number;
  /** By its exact title; of several the newest. */
  byTitle(title: string): number | undefined;
  /** Newest first, undated ones last, then by id; of `among` only, where given. */
  newest(from: number, most: number, among?: ReadonlySet<number>): number[];
  /** Those whose title or id holds `typed`, folded, newest first. */
  like(typed: string, most: number): number[];
  /** What a filter lets through. */
  passing(filter: Filter): Passing;
  summary(): Summary;
}

export interface Passing {
  /** Of the publisher, published within the days. */
  readonly article: (document: number) => boolean;
  /** Of the publisher, of other days or of none. */
  readonly other: (document: number) => boolean;
  /** How many articles are of the publisher and within the days. */
  readonly count: number;
}

export type Summary = Pick<ArchiveStatus, 'from' | 'to' | 'undated' | 'publishers' | 'languages'>;

/** By the fields that a register is made of. */
export type Fields = Pick<Article, 'id' | 'title' | 'published' | 'publisher' | 'language'>;

export function registerOf(documents: readonly Document[]): Register {
  const byId = new Map(documents.map(({ article, number }) => [article.id, number]));
  const byMark = new Map(documents.map(({ article, number }) => [markOf(article.id), number]));
  const newest = documents
    .map(({ article, number }) => ({ article, number }))
    .sort(
      ({ article: a }, { article: b }) =>
        byCodeUnits(b.published ?? '', a.published ?? '') || byCodeUnits(a.id, b.id),
    );
  let byText: Map<string, number[]> | undefined;
  let byLikeness: Map<number, number[]> | undefined;
  const numbersByText = () => {
    byText ??= numbersBy(documents, ({ text }) => [textMarkOf(text)]);
    return byText;
  };
  return {
    byId: (id) => byId.get(id),
    byMark: (mark) => byMark.get(mark),
    byText: (mark) => numbersByText().get(mark) ?? [],
    alike(number) {
      const { article } = there(documents[number], `article ${number}`);
      byLikeness ??= numbersBy(documents, marksOf);
      const sharing = new Map<number, number>();
      for (const mark of marksOf(article)) {
        for (const other of byLikeness.get(mark) ?? []) sharing.set(other, (sharing.get(other) ?? 0) + 1);
      }
      sharing.delete(number);
      const most = [...sharing].sort(([a, x], [b, y]) => y - x || a - b).slice(0, COMPARED);
      return alikeAmong(
        article,
        most.map(([other]) => documents[other]!),
      );
    },
    repeated: () =>
      [...numbersByText().values()].reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0),
    inFile: (path) => documents.filter(({ article }) => article.path === path).length,
    byTitle: (title) => newest.find(({ article }) => article.title === title)?.number,
    newest: (from, most, among) =>
      newest
        .filter(({ number }) => among?.has(number) ?? true)
        .slice(from, from + most)
        .map(({ number }) => number),
    like: (typed, most) =>
      newest
        .filter(({ article }) => findableAs(article).includes(fold(typed)))
        .slice(0, most)
        .map(({ number }) => number),
    passing(filter) {
      const isBy = documents.map(({ article }) => isByPublisher(article.publisher, filter));
      const isOf = documents.map(({ article }) => isWithin(article.published, filter));
      const article = (document: number) => isBy[document] === true && isOf[document] === true;
      return {
        article,
        other: (document) => isBy[document] === true && isOf[document] === false,
        count: documents.filter(({ number }) => article(number)).length,
      };
    },
    summary: () => summaryOf(documents.map(({ article }) => article)),
  };
}

function numbersBy<Key>(
  documents: readonly Document[],
  keysOf: (article: Article) => readonly Key[],
): Map<Key, number[]> {
  const numbers = new Map<Key, number[]>();
  for (const { article, number } of documents) {
    for (const key of keysOf(article)) {
      const list = numbers.get(key);
      if (list) list.push(number);
      else numbers.set(key, [number]);
    }
  }
  return numbers;
}

/** What a button remembers an article by. */
export function markOf(id: string): string {
  return fingerprint(id, 10);
}

/** Of a whole text: those with the same mark are the same. */
export function textMarkOf(text: string): string {
  return fingerprint(text, 24);
}

/** What an article is found by while its title or id is typed. */
export function findableAs({ title, id }: Fields): string {
  return fold(`${title} ${id}`);
}

/** The day that an article states, whatever the reader's time zone. */
export function dayOf(published: string | undefined): string | undefined {
  return published?.slice(0, 10);
}

export function isByPublisher(own: string | undefined, { publisher }: Filter): boolean {
  return publisher === undefined || fold(own ?? '') === fold(publisher);
}

/** Every article, where no days are asked for. */
export function isWithin(published: string | undefined, { from, to }: Filter): boolean {
  return (from === undefined && to === undefined) || isAmong(dayOf(published), { from, to });
}

/** Whether a day is known, and one of those. */
export function isAmong(
  day: string | undefined,
  { from = '', to = '9999' }: { from?: string | undefined; to?: string | undefined },
): boolean {
  return day !== undefined && from <= day && day <= to;
}

function summaryOf(articles: readonly Fields[]): Summary {
  const days = articles.flatMap(({ published }) => dayOf(published) ?? []).sort(byCodeUnits);
  const [from, to] = [days[0], days.at(-1)];
  return {
    ...(from !== undefined && to !== undefined && { from, to }),
    undated: articles.length - days.length,
    publishers: tallyOf(articles.map(({ publisher }) => publisher)),
    languages: tallyOf(articles.map(({ language }) => codeOf(language))),
  };
}

function tallyOf(values: readonly (string | undefined)[]): Tally {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return mostFirst([...counts].map(([name, articles]) => ({ name, articles })));
}

type Tally = Summary['publishers'];

export function mostFirst(tally: Tally): Tally {
  return [...tally].sort((a, b) => b.articles - a.articles || byCodeUnits(a.name, b.name));
}
