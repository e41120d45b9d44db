import type { Document, Word } from '../model/article.ts';
import { languageOf } from '../text/languages/language.ts';
import { wordsOf } from '../text/tokens/words.ts';

/** The words of each sentence; spans are relative to it. */
export type DocumentWords = readonly (readonly Word[])[];

/** Reads the words of an article, for all who look at them: it takes a tenth of what reading an archive costs. */
export function documentWords({ article, sentences }: Document): DocumentWords {
  const language = languageOf(article.language);
  return sentences.map(({ start, end }) => wordsOf(article.text.slice(start, end), 0, language));
}
