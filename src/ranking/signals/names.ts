import type { Signal } from '../signal.ts';

/** Share of the question's name words that the sentence holds. */
export const namesInSentence: Signal = {
  name: 'names-in-sentence',
  value: ({ inSentence }, { concepts }) => shareOfNames(concepts, (i) => inSentence[i]!),
};

/** … that its paragraph or title holds. */
export const namesInParagraph: Signal = {
  name: 'names-in-paragraph',
  value: ({ inParagraph, inTitle }, { concepts }) =>
    shareOfNames(concepts, (i) => inParagraph[i]! || inTitle[i]!),
};

function shareOfNames(concepts: readonly { readonly name: boolean }[], has: (i: number) => boolean): number {
  const names = concepts.flatMap((concept, i) => (concept.name ? [i] : []));
  return names.length === 0 ? 0 : names.filter(has).length / names.length;
}
