import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Document } from '../../../src/model/article.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { type Contender, entriesOf, TOP } from '../contender.ts';

interface Entry {
  readonly id: number;
  readonly body: string;
}

/** MiniSearch as it comes, over sentences alone. */
export function miniSearch(folder: string): Contender {
  return over(folder, { fields: ['body'] });
}

/** With Ibid's words: stems, without function words. */
export function stemmedMiniSearch(folder: string): Contender {
  return over(folder, { fields: ['body'], tokenize: (text) => termsOf(text), processTerm: (term) => term });
}

/** MiniSearch's own advice for misspellings. */
const FUZZY = 0.2;

function over(folder: string, options: Options<Entry>): Contender {
  let index = new MiniSearch<Entry>(options);
  const top = (results: SearchResult[]) => results.slice(0, TOP).map(({ id }) => id as number);
  const file = join(folder, 'index.json');
  return {
    add: (documents) => index.addAll([...entriesOf(documents)]),
    save: () => writeFileSync(file, JSON.stringify(index)),
    open() {
      index = MiniSearch.loadJSON<Entry>(readFileSync(file, 'utf8'), options);
    },
    ask: (question) => top(index.search(question)),
    typo: (word) => top(index.search(word, { fuzzy: FUZZY })),
    prefix: (beginning) => top(index.search(beginning, { prefix: true })),
    remove: (document: Document) => index.removeAll([...entriesOf([document])]),
  };
}
