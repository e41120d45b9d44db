import type { Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { QuestionKind } from '../model/query.ts';
import type { ArchiveStatus } from '../model/status.ts';
import {
  codeOf,
  functionWordsOf,
  KNOWN_LANGUAGES,
  type Language,
  languageOf,
} from '../text/languages/language.ts';
import { fold } from '../text/tokens/fold.ts';
import { STOP_WORDS } from '../text/tokens/stop-words.ts';
import { wordsOf } from '../text/tokens/words.ts';
import { writtenOut } from './shorthand.ts';

/** Those that an archive's articles are in, the commonest first; `undefined` is English, and always among them. */
export type Languages = readonly (Language | undefined)[];

export const ONLY_ENGLISH: Languages = [undefined];

/** Of so many articles, with how many of them are in each language. */
export function languagesOf(articles: number, { languages }: Pick<ArchiveStatus, 'languages'>): Languages {
  const others = languages.flatMap(({ name, articles }) => {
    const language = languageOf(name);
    return language ? [{ language, articles }] : [];
  });
  const english = articles - others.reduce((sum, other) => sum + other.articles, 0);
  return [...others, { language: undefined, articles: english }]
    .sort((a, b) => b.articles - a.articles)
    .map(({ language }) => language);
}

/** A question's words, as the language that it is asked in reads them. */
export interface Spoken {
  readonly language: Language | undefined;
  readonly words: readonly Word[];
  /** By word: other terms that the archive's texts have for it, by the rules of their own languages. */
  readonly also: readonly (readonly string[])[];
  /** No article is in its language. */
  readonly isForeign: boolean;
}

/**
 * A question is too short for a detector: of the archive's languages it is asked in the one that most of its words are
 * function words of, of equals in that of most articles; in another where those and a question word of that leave no
 * doubt. What it asks about may be written of in any: each word stands for its terms in all.
 */
export function readSpoken(
  text: string,
  languages: Languages,
  lexicon: Lexicon,
  locale?: string | undefined,
): Spoken {
  const foreign = foreignLanguage(text, languages, codeOf(locale));
  const read = foreign ? [foreign, ...languages] : languages;
  const readings = read.map((language) => ({ language, words: wordsOf(text, 0, language) }));
  const best = readings.reduce((most, reading) => (stopsIn(reading) > stopsIn(most) ? reading : most));
  const asked = foreign ? readings[0]! : best;
  const spoken = { ...asked, words: asked.language ? asked.words : writtenOut(asked.words, text) };
  if (readings.length === 1) return { ...spoken, also: [], isForeign: false };
  const sentencesOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
  const held = spoken.words.map((word) => {
    const others = readings.flatMap(({ language, words }) =>
      formsOf(
        words.find(({ end }) => end === word.end),
        language,
      ),
    );
    const terms = [...new Set(others)].filter((term) => term !== word.term && lexicon.term(term));
    return terms.sort((a, b) => sentencesOf(b) - sentencesOf(a));
  });
  // What is looked up first is what stands in the texts.
  const words = spoken.words.map((word, i) => {
    const [other] = held[i]!;
    return lexicon.term(word.term) || other === undefined ? word : { ...word, term: other };
  });
  return { language: spoken.language, words, also: held, isForeign: foreign !== undefined };
}

/** Question words of other languages that are words of English too. */
const ENGLISH_TOO: ReadonlySet<string> = new Set([
  'was',
  'come',
  'dove',
  'wie',
  'var',
  'ne',
  'kim',
  'chi',
  'que',
  'de',
]);

/** The language, not of the archive, that a question is asked in; the asker's own takes less to be believed. */
function foreignLanguage(
  text: string,
  languages: Languages,
  asker: string | undefined,
): Language | undefined {
  const words = text
    .split(/[^\p{L}\p{M}]+/u)
    .map(fold)
    .filter((word) => word.length > 1);
  const countIn = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  const own = new Set(languages.map((language) => language?.code));
  const least = Math.max(
    ...languages.map((language) => countIn(language ? language.functionWords : STOP_WORDS)),
  );
  let found: { readonly code: string; readonly count: number } | undefined;
  for (const code of KNOWN_LANGUAGES) {
    if (own.has(code)) continue;
    const { functionWords, questionWords } = functionWordsOf(code);
    const believed = new Set([...functionWords, ...questionWords.keys()]);
    // "Wer" alone asks nothing: it is a name.
    if (words.every((word) => believed.has(word))) continue;
    const count = countIn(believed) + (code === asker ? 1 : 0);
    const foreign = words.filter((word) => believed.has(word) && !STOP_WORDS.has(word));
    const howMany = functionWords.has(words[0] ?? '') && HOW_MANY.test(`${words[0]} ${words[1]}`);
    const opens = (code === 'tr' ? words : words.slice(0, 2)).filter(
      (word) => questionWords.has(word) || howMany,
    );
    const clear =
      howMany || opens.some((word) => !ENGLISH_TOO.has(word)) || (opens.length > 0 && foreign.length > 1);
    const byLocale = code === asker && foreign.length > 0 && opens.length > 0;
    if ((clear || byLocale) && count > least && count > (found?.count ?? 0)) found = { code, count };
  }
  return found && languageOf(found.code);
}

function stopsIn({ words }: { readonly words: readonly Word[] }): number {
  return words.filter(({ stop }) => stop).length;
}

/** The term of a word in one language, and of the other forms that its texts may have it in. */
function formsOf(word: Word | undefined, language: Language | undefined): string[] {
  if (!word || word.stop) return [];
  const variants = language?.variantsOf(word.folded) ?? [];
  return [word.term, ...variants.map((variant) => language!.stem(variant))];
}

/** What a question asks for, by a word that it opens with, after a preposition at most: "¿De dónde …?". */
export function kindByWord(
  words: readonly Word[],
  language: Language,
): { at: number; kind: QuestionKind } | undefined {
  const { questionWords } = language;
  const opening = words.slice(0, 2).findIndex(({ folded }) => questionWords.has(folded));
  // "Halep nerede", "Suriye nedir": Turkish asks at the end.
  const at =
    opening < 0 && language.code === 'tr'
      ? words.findIndex(({ folded }) => questionWords.has(folded))
      : opening;
  if (at < 0)
    return HOW_MANY.test(`${words[0]?.folded} ${words[1]?.folded}`) ? { at: 0, kind: 'how-many' } : undefined;
  const counts = HOW_MANY.test(`${words[at]!.folded} ${words[at + 1]?.folded}`);
  return { at, kind: counts ? 'how-many' : (questionWords.get(words[at]!.folded) as QuestionKind) };
}

/** "Wie viele", "hoe veel", "hur många", "hvor mange". */
const HOW_MANY = /^(?:wie viele?|hoe veel|hur (?:manga|mycket)|hvor (?:mange|mye))$/;
