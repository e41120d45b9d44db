import { fold } from '../tokens/fold.ts';
import { ASKING_WORDS, FUNCTION_WORDS, QUESTION_WORDS } from './function-words.ts';
import { type Stemmer, stemmerOf } from './stemmers.ts';

/** How to read words of a language other than English. */
export interface Language {
  /** BCP 47, without script or region. */
  readonly code: string;
  readonly stem: Stemmer;
  /** Folded function words. */
  readonly functionWords: ReadonlySet<string>;
  /** Folded question word to the kind of question. */
  readonly questionWords: ReadonlyMap<string, string>;
  /** Folded words of a question that only ask: "liegt" of "wo liegt". */
  readonly askingWords: ReadonlySet<string>;
  /** A function word that is written as one with the next: "l’Alhambra". */
  readonly elision?: RegExp;
  /** Other folded forms that a question's word may have in a text, beyond what the stemmer covers. */
  variantsOf(folded: string): readonly string[];
}

/**
 * The language code of a tag (BCP 47, HTML, Open Graph) without script and region: "es" for "es_MX" and "spa". `undefined`
 * where the tag is absent or malformed.
 */
export function codeOf(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  const [first = ''] = tag.toLowerCase().split(/[-_]/, 1);
  if (!/^[a-z]{2,3}$/.test(first)) return undefined;
  const [code] = Intl.getCanonicalLocales(first);
  // Both written forms of Norwegian share one stemmer.
  return code === 'nb' || code === 'nn' ? 'no' : code;
}

/** The language of a tag; `undefined` for English, and where the tag is absent or malformed: read as English. */
export function languageOf(tag: string | undefined): Language | undefined {
  if (tag === undefined) return undefined;
  if (byTag.has(tag)) return byTag.get(tag);
  const code = codeOf(tag);
  const language = code === undefined || code === 'en' ? undefined : languageOfCode(code);
  // Tags come from files, so the cache is bounded.
  if (byTag.size >= MAX_CACHED_TAGS) byTag.clear();
  byTag.set(tag, language);
  return language;
}

const byTag = new Map<string, Language | undefined>();
const byCode = new Map<string, Language>();
const MAX_CACHED_TAGS = 500;

function languageOfCode(code: string): Language {
  let language = byCode.get(code);
  if (!language) {
    language = made(code);
    byCode.set(code, language);
  }
  return language;
}

function made(code: string): Language {
  const elision = ELISIONS[code];
  return {
    code,
    stem: stemmerOf(code),
    ...functionWordsOf(code),
    ...(elision && { elision }),
    variantsOf: code === 'ar' ? arabicVariantsOf : () => [],
  };
}

export type FunctionWords = Pick<Language, 'functionWords' | 'questionWords' | 'askingWords'>;

const functionWords = new Map<string, FunctionWords>();

/** What tells a language by a few of its words; its stemmer isn't loaded for it. */
export function functionWordsOf(code: string): FunctionWords {
  let words = functionWords.get(code);
  if (!words) {
    const asks = Object.entries(QUESTION_WORDS[code] ?? {});
    words = {
      functionWords: new Set(foldedIn(FUNCTION_WORDS[code] ?? '')),
      questionWords: new Map(asks.flatMap(([kind, list]) => foldedIn(list).map((word) => [word, kind]))),
      askingWords: new Set(foldedIn(ASKING_WORDS[code] ?? '')),
    };
    functionWords.set(code, words);
  }
  return words;
}

/** Codes of the languages whose function words are known, beside English. */
export const KNOWN_LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS);

function foldedIn(words: string): string[] {
  return words
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
}

const ELISIONS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[ldjnmtsc]|qu|jusqu|lorsqu|puisqu)['’ʼ]/i,
  it: /^(?:[ld]|un|dell|nell|sull|all|dall|quell|quest|coll)['’ʼ]/i,
};

/** Prepositions and conjunctions of one letter, written as one with the word, and two of them in a row. */
const ARABIC_PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول'];

/**
 * "بدمشق" for "دمشق" and, where the question has the prefix, the other way round; "سوريا" for "سورية". A question has
 * few words and looks these up: a text's words are never cut so, for "بلد" is no "لد".
 */
function arabicVariantsOf(folded: string): string[] {
  const variants = ARABIC_PREFIXES.map((prefix) => prefix + folded);
  if (/^[وفبلك]..../.test(folded)) variants.push(folded.slice(1));
  if (/...ا$/.test(folded)) variants.push(`${folded.slice(0, -1)}ه`);
  if (/...ه$/.test(folded)) variants.push(`${folded.slice(0, -1)}ا`);
  return variants;
}
