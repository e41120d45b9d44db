import { LENGTH_OF_NORM, normOf } from '../../../src/index/engines/segments/postings/norms.ts';
import type { Hit } from '../../../src/model/answer.ts';
import type { Document } from '../../../src/model/article.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';

/** The formula written down: every sentence, every level, every term; nothing is indexed and nothing is skipped. */
export function bruteForce(documents: readonly Document[], terms: readonly string[], limit: number): Hit[] {
  const asked = [...new Set(terms)];
  const articles = documents.filter(({ sentences }) => sentences.length > 0);
  const sentences: string[][] = [];
  const paragraphs: string[][] = [];
  const wholes: string[][] = [];
  const places: { number: number; document: number; sentence: number; paragraph: number; article: number }[] =
    [];
  articles.forEach((document, article) => {
    const { text, title, origin } = document.article;
    const first = paragraphs.length;
    for (const _ of document.paragraphs) paragraphs.push([]);
    const whole = origin.title === 'opening words' ? [] : termsOf(title);
    for (const { start, end, number, paragraph } of document.sentences) {
      const its = termsOf(text.slice(start, end));
      places.push({
        number,
        document: document.number,
        sentence: sentences.length,
        paragraph: first + paragraph,
        article,
      });
      sentences.push(its);
      paragraphs[first + paragraph]!.push(...its);
      whole.push(...its);
    }
    wholes.push(whole);
  });
  const known = new Set(sentences.flat());
  const all = new Set(wholes.flat());
  const standFor = asked.map((term) => (known.has(term) ? new Map([[term, 1]]) : standIns(term, all)));
  const levels = [sentences, paragraphs, wholes].map((texts) => scores(texts, standFor));
  return places
    .filter(({ sentence }) => levels[0]![sentence]! > 0)
    .map(({ number, document, sentence, paragraph, article }) => {
      const its = {
        sentence: levels[0]![sentence]!,
        paragraph: levels[1]![paragraph]!,
        article: levels[2]![article]!,
      };
      return { sentence: number, document, levels: its, score: its.sentence + its.paragraph + its.article };
    })
    .sort((a, b) => b.score - a.score || a.sentence - b.sentence)
    .slice(0, limit);
}

/** Terms to weights: the term itself where titles hold it, longer ones, close ones. */
function standIns(term: string, all: ReadonlySet<string>): Map<string, number> {
  const most = Math.min(2, Math.round(term.length * 0.2));
  const weights = new Map<string, number>();
  for (const other of all) {
    const { length } = other;
    const more = length - term.length;
    const edits = distance(term, other);
    if (other === term) weights.set(other, 1);
    else if (term.length >= 3 && other.startsWith(term))
      weights.set(other, (0.375 * length) / (length + 0.3 * more));
    else if (edits <= most) weights.set(other, (0.45 * length) / (length + edits));
  }
  return weights;
}

function scores(texts: readonly string[][], standFor: readonly ReadonlyMap<string, number>[]): number[] {
  const lengths = texts.map((terms) => LENGTH_OF_NORM[normOf(new Set(terms).size)]!);
  const average = lengths.reduce((sum, length) => sum + length, 0) / texts.length;
  return texts.map((terms, i) => {
    let sum = 0;
    let matched = 0;
    for (const weights of standFor) {
      const present = [...weights].filter(([term]) => terms.includes(term));
      if (present.length > 0) matched += 1;
      for (const [term, weight] of present) {
        const holding = texts.filter((others) => others.includes(term)).length;
        const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
        const tf = terms.filter((other) => other === term).length;
        sum += weight * idf * (0.5 + (tf * 2.2) / (tf + 1.2 * (0.3 + (0.7 * lengths[i]!) / average)));
      }
    }
    return sum * Math.sqrt(matched / standFor.length);
  });
}

/** Levenshtein, the whole table. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
  }
  return row[b.length]!;
}
