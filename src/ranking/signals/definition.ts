import type { Evidence } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** A bare "/who SANA" is answered by what says what it is: "the news agency SANA", "SANA, the …", "SANA is a …". */
export const definition: Signal = {
  name: 'definition',
  value: (evidence, { question }) => {
    if (!question.bare || question.expects === 'place' || question.expects === 'date') return 0;
    return aroundName(evidence).some(
      ({ before, after }) => DEFINED_AFTER.test(after) || ROLE_BEFORE.test(before),
    )
      ? 1
      : 0;
  },
};

/** A bare "/where Ma'asaran" is answered by what says where it lies: "Ma'asaran town", "in Idlib", "north of Homs". */
export const placed: Signal = {
  name: 'placed',
  value: (evidence, { question }) => {
    if (!question.bare || question.expects !== 'place') return 0;
    return aroundName(evidence).some(
      ({ before, after }) => PLACE_BEFORE.test(before) || PLACE_AFTER.test(after),
    )
      ? 1
      : 0;
  },
};

const DEFINED_AFTER =
  /^(?:,? (?:is|are|was|were|has been|became) (?:an?|the|one of)\b|, (?:an?|the|one of|which is|who is|who was)\b| \(|, \p{Lu}[\p{L}'’]+['’]s )/u;
/** A lower-case noun right before a name is what it is: "news agency SANA", "President" with its capital as well. */
const ROLE_BEFORE =
  /(?:\b(?:the|an?|its|his|her|their)|['’]s)(?: [\p{L}-]+){1,4} $|\b(?:President|Minister|General|King|Queen|Judge|Senator|Governor|Mayor|Professor|Captain|Colonel|spokes\p{L}+|leader|commander|chief|director) (?:\p{Lu}[\p{L}'’-]+ ){0,2}$/u;
const PLACE_BEFORE =
  /\b(?:in|at|near|of|north|south|east|west|outside|town|city|village|province|district|region|strategic|key)(?: the)?(?: (?:town|city|village|province|district)s?(?: and (?:town|city|village)s?)? of)? $/i;
const PLACE_AFTER =
  /^,? (?:\(?\d+|in|town|city|village|province|district|region|near|north|south|east|west|located|lies|a)\b/i;

/** Up to 60 characters on either side of each word that stands for a name (or for what was typed alone). */
function aroundName({ analysis, positions }: Evidence): { before: string; after: string }[] {
  const { text, words } = analysis;
  return positions.flat().flatMap((at) => {
    const run = analysis.runs.find(({ first, last }) => first <= at && at < last) ?? words[at];
    if (!run) return [];
    return [
      {
        before: text.slice(Math.max(0, run.start - 60), run.start),
        after: text.slice(run.end, run.end + 60),
      },
    ];
  });
}
