import type { Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { QuestionKind } from '../model/query.ts';
import type { ArchiveStatus } from '../model/status.ts';
import { type Language, languageOf } from '../text/languages/language.ts';
import { wordsOf } from '../text/tokens/words.ts';

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
}

/**
 * A question is too short for a detector: it is asked in the language that most of its words are function words of, of
 * equals in that of most articles. What it asks about may be written of in any: each word stands for its terms in all.
 * Where all articles are in English nothing is done.
 */
export function readSpoken(text: string, languages: Languages, lexicon: Lexicon): Spoken {
  if (languages.length === 1) {
    const words = wordsOf(text, 0, languages[0]);
    return { language: languages[0], words, also: [] };
  }
  const readings = languages.map((language) => ({ language, words: wordsOf(text, 0, language) }));
  const spoken = readings.reduce((best, reading) => (stopsIn(reading) > stopsIn(best) ? reading : best));
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
  return { language: spoken.language, words, also: held };
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
  const at = words.slice(0, 2).findIndex(({ folded }) => language.questionWords.has(folded));
  return at < 0 ? undefined : { at, kind: language.questionWords.get(words[at]!.folded) as QuestionKind };
}
