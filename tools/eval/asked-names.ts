import type { Archive } from '../../src/archive/archive.ts';
import type { NameType } from '../../src/model/query.ts';
import { isEnglishWord } from '../../src/text/languages/english-words.ts';
import { gazetteerKinds } from '../../src/text/names/gazetteer.ts';
import { fold } from '../../src/text/tokens/fold.ts';
import { inScript } from './other-scripts.ts';

/** A name of an archive that is asked for. */
export interface AskedName {
  readonly name: string;
  /** As the archive writes it, `name` among them: Hassake, Hasake. */
  readonly spellings: readonly string[];
  readonly type: NameType;
}

/** A way to ask for a name: what is typed, `undefined` of names that have no such form. */
type Form = (asked: AskedName, number: number) => string | undefined;

const TITLES = ['Mr', 'President', 'Gen.', 'Dr.', 'Prime Minister', 'Mrs.'];
const KINDS = ['the city of %', '% province', '% district', '% village', 'the town of %', '%, Syria'];

/**
 * Not asked, since nobody would: a title, an initial or another script with words of English that the archive takes for a name
 * ("Gen. Minister", "Damascus A. Terrorists", ирон фист: it would be translated), a swap that makes another word or name (Pairs).
 */
const FORMS: Readonly<Record<string, Form>> = {
  'as it is': ({ name }) => name,
  title: ({ name, type }, i) =>
    type === 'person' && isProper(name) ? `${TITLES[i % TITLES.length]} ${lastOf(name)}` : undefined,
  initial: ({ name, type }, i) => {
    const words = name.split(' ');
    if (type !== 'person' || words.length !== 2 || !isProper(name)) return undefined;
    return `${words[0]} ${'ABDFHKM'[i % 7]}. ${words[1]}`;
  },
  'kind of place': ({ name, type }, i) =>
    type === 'place' ? KINDS[i % KINDS.length]!.replace('%', name) : undefined,
  'a swap': ({ name }, i) => swapped(name, i),
  'in Cyrillic': ({ name }) => (isProper(name) ? inScript('Cyrillic', name) : undefined),
  'in Arabic': ({ name }) => (isProper(name) ? inScript('Arabic', name) : undefined),
  'in Greek': ({ name }) => (isProper(name) ? inScript('Greek', name) : undefined),
};

/** Shares of names of which the first citation holds the name, in any of its spellings, by the form in which they were asked for. */
export async function askNames(archive: Archive, names: readonly AskedName[], miss: (line: string) => void) {
  const shares: Record<string, readonly [found: number, asked: number]> = {};
  for (const [label, form] of Object.entries(FORMS)) {
    let [found, asked] = [0, 0];
    for (const [i, one] of names.entries()) {
      const typed = form(one, i);
      if (typed === undefined) continue;
      asked += 1;
      const { citations } = await archive.ask(one.type === 'place' ? 'where' : 'who', typed);
      if (one.spellings.some((spelling) => holds(citations[0]?.quote ?? '', spelling))) found += 1;
      else miss(`${label}: ${typed} (${one.name}) -> ${citations[0]?.quote.slice(0, 90) ?? 'not found'}`);
    }
    shares[label] = [found, asked];
  }
  return shares;
}

/** How many of names that the archive doesn't have are answered. */
export async function askAbsent(archive: Archive, absent: readonly string[], miss: (line: string) => void) {
  let answered = 0;
  for (const typed of absent) {
    const { status, citations } = await archive.ask('who', typed);
    if (status !== 'found') continue;
    answered += 1;
    miss(`absent: ${typed} -> ${citations[0]?.quote.slice(0, 90)}`);
  }
  return answered;
}

/** Whether a quotation has the last word of a name. */
function holds(quote: string, name: string): boolean {
  return fold(quote).includes(fold(lastOf(name)));
}

function lastOf(name: string): string {
  return name.split(' ').at(-1)!;
}

/** Whether each of its words is a name of people or places, or no word of English. */
function isProper(name: string): boolean {
  return name
    .split(/[\s-]+/)
    .map(fold)
    .every((word) => !isEnglishWord(word) || gazetteerKinds(word).length > 0);
}

/** With two neighbouring letters of the longest word exchanged, of five letters at least; the first stays. */
function swapped(name: string, i: number): string | undefined {
  const word = name.split(/[\s-]/).reduce((a, b) => (b.length > a.length ? b : a));
  if (word.length < 5) return undefined;
  const at = 1 + (i % (word.length - 3));
  const other = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (other === word || /[^A-Za-z]/.test(word)) return undefined;
  const isOther = word === name && (isEnglishWord(fold(other)) || gazetteerKinds(fold(other)).length > 0);
  return isOther ? undefined : name.replace(word, other);
}
