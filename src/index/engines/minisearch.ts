import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Hit, Levels, Sentence } from '../../model/model.ts';
import { languageOf } from '../../text/languages/language.ts';
import { termsOf } from '../../text/tokens/words.ts';
import type { Engine } from './engine.ts';
import { COORDINATION, editsOf, SHORTEST_PREFIX } from './fuzziness.ts';

/** MiniSearch 7.2 (BM25+, k 1.2, b .7, d .5) on three indexes: sentences, paragraphs, articles. */
export function miniSearchEngine(): Engine {
  const sentences: Sentence[] = [];
  const paragraphOf: number[] = [];
  const byLevel = { sentence: emptyIndex(), paragraph: emptyIndex(), article: emptyIndex() };
  const known = new Set<string>();
  let paragraphs = 0;

  return {
    add({ article, paragraphs: spans, sentences: added }) {
      const document = added[0]?.document;
      if (document === undefined) return;
      const language = languageOf(article.language);
      // White space alone parts sentences and paragraphs: the terms of the wider levels are those of their sentences.
      const ofParagraphs: string[][] = spans.map(() => []);
      for (const sentence of added) {
        sentences[sentence.number] = sentence;
        paragraphOf[sentence.number] = paragraphs + sentence.paragraph;
        const terms = termsOf(article.text.slice(sentence.start, sentence.end), language);
        for (const term of terms) known.add(term);
        ofParagraphs[sentence.paragraph]!.push(...terms);
        byLevel.sentence.add({ id: sentence.number, body: terms.join(' ') });
      }
      ofParagraphs.forEach((terms, i) => {
        byLevel.paragraph.add({ id: paragraphs + i, body: terms.join(' ') });
      });
      const title = article.origin.title === 'opening words' ? [] : termsOf(article.title, language);
      byLevel.article.add({ id: document, body: [...title, ...ofParagraphs.flat()].join(' ') });
      paragraphs += spans.length;
    },

    holding(term, accepts = () => true) {
      const options = { ...SEARCH, fuzzy: false, prefix: false };
      const numbers = byLevel.sentence.search(term, options).map(({ id }): number => id);
      return Uint32Array.from(numbers.filter((number) => accepts(sentences[number]!.document))).sort();
    },

    search(terms, limit, accepts = () => true) {
      const asked = [...new Set(terms)];
      if (asked.length === 0) return [];
      const ofSentence = scores(byLevel.sentence, asked, known);
      const ofParagraph = scores(byLevel.paragraph, asked, known);
      const ofArticle = scores(byLevel.article, asked, known);
      const hits: Hit[] = [];
      for (const [number, score] of ofSentence) {
        const sentence = sentences[number]!;
        if (!accepts(sentence.document)) continue;
        const levels: Levels = {
          sentence: score,
          paragraph: ofParagraph.get(paragraphOf[number]!) ?? 0,
          article: ofArticle.get(sentence.document) ?? 0,
        };
        hits.push({ sentence: number, levels, score: levels.sentence + levels.paragraph + levels.article });
      }
      return hits.sort((a, b) => b.score - a.score || a.sentence - b.sentence).slice(0, limit);
    },
  };
}

/** `body` holds terms already made by `termsOf`, one blank between two. */
interface Entry {
  readonly id: number;
  readonly body: string;
}

const OPTIONS: Options<Entry> = {
  fields: ['body'],
  tokenize: (body) => (body === '' ? [] : body.split(' ')),
  processTerm: (term) => term,
};

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>(OPTIONS);
}

/**
 * Fuzzy and prefix only for terms that the index lacks: free, and better (MRR .727 against .724). MiniSearch
 * multiplies a score by the number of matched terms, which buries a rare name under common words: taken out again.
 */
function scores(
  index: MiniSearch<Entry>,
  terms: readonly string[],
  known: ReadonlySet<string>,
): Map<number, number> {
  const unknown = (term: string) => !known.has(term);
  const options = {
    ...SEARCH,
    fuzzy: (term: string) => unknown(term) && editsOf(term),
    prefix: (term: string) => unknown(term) && term.length >= SHORTEST_PREFIX,
  };
  const found = new Map<number, number>();
  for (const result of index.search({ combineWith: 'OR', queries: [...terms] }, options)) {
    found.set(
      result.id,
      (result.score / Math.max(1, result.queryTerms.length)) * coordination(result, terms),
    );
  }
  return found;
}

function coordination(result: SearchResult, terms: readonly string[]): number {
  return (result.queryTerms.length / terms.length) ** COORDINATION;
}

const SEARCH = { tokenize: (term: string) => [term], processTerm: (term: string) => term };
