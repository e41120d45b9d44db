import { wordsOf } from '../../src/text/tokens/words.ts';

/** Of each dozen questions nine are asked as they are, two in lower case without a mark, one as its content words alone. */
export function asTyped(text: string, i: number): string {
  if (i % 6 === 2) return lowerCased(text);
  return i % 12 === 5 ? keywordsOf(text) : text;
}

/** "Who rules Chad?" -> "who rules chad". */
export function lowerCased(text: string): string {
  return text.toLowerCase().replace(/[?.!\s]+$/, '');
}

/** "Who rules Chad?" -> "rules chad"; as it is where it has no content words. */
export function keywordsOf(text: string): string {
  const words = wordsOf(text).filter(({ stop }) => !stop);
  return words.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ') || text;
}

/** "Who is it? It is not Ali." -> "Who's it? It isn't Ali." */
export function contracted(text: string): string {
  return text
    .replace(/\b(who|what|where|when|why|how|that|there|it|he|she) is\b/gi, "$1's")
    .replace(/\b(is|are|was|were|do|does|did|has|have|had|could|would|should) not\b/gi, "$1n't");
}

/** The ways in which members type a question, `i` choosing one of them; `title`: of what it is about, where it is known. */
export function reworded(text: string, title: string, i: number): string {
  const ways = [
    () => lowerCased(text),
    () => lowerCased(contracted(text)),
    () => keywordsOf(text),
    () => contracted(text),
    () => lowerCased(title === '' ? text : `${title}: ${text}`),
    () => `${lowerCased(text)}?`,
  ];
  return ways[i % ways.length]!();
}
