import type { Evidence } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** A bare "/who SANA" is answered by what says what it is: "the news agency SANA", "SANA, the …", "SANA is a …". */
export const definition: Signal = {
  name: 'definition',
  value: (evidence, { question }) => {
    if (!question.bare || question.expects === 'place' || question.expects === 'date') return 0;
    if (evidence.analysis.words.length > LONGEST_EXPLANATION) return 0;
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
    if (evidence.analysis.words.length > LONGEST_EXPLANATION) return 0;
    const around = aroundName(evidence);
    if (around.some(({ before, after }) => PLACE_BEFORE.test(before) || PLACE_AFTER.test(after))) return 1;
    return around.some(({ before }) => THERE.test(before)) ? 0.3 : 0;
  },
};

const DEFINED_AFTER =
  /^(?:,? (?:is|are|was|were|has been|became) (?:an?|the|one of)\b|, (?:an?|the|one of|which is|who is|who was)\b| \(|, \p{Lu}[\p{L}'’]+['’]s )/u;
/** A lower-case noun right before a name is what it is: "news agency SANA", "President" with its capital as well. */
const ROLE_BEFORE =
  /(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s)(?: [\p{L}-]+){1,4} $|\b(?:President|Minister|General|King|Queen|Judge|Senator|Governor|Mayor|Professor|Captain|Colonel|spokes\p{L}+|leader|commander|chief|director) (?:\p{Lu}[\p{L}'’-]+ ){0,2}$/u;
const KIND_OF_PLACE =
  '(?:town|city|village|province|governorate|district|region|suburb|neighbou?rhood|capital|island|river|mountain|valley|area|camp|airport|airbase|base|countryside)s?';
const PLACE_BEFORE = new RegExp(
  `\\b(?:${KIND_OF_PLACE}(?: and ${KIND_OF_PLACE})?(?: of)?|(?:north|south|east|west|outside|outskirts) of)(?: the)? $`,
  'i',
);
const PLACE_AFTER = new RegExp(
  `^(?:,? (?:an?|the) (?:[\\p{L}-]+ ){0,3}${KIND_OF_PLACE}\\b| ${KIND_OF_PLACE}\\b|,? (?:in|near|north of|south of|east of|west of|outside) (?:the )?(?:[\\p{Ll}-]+ ){0,3}\\p{Lu}|,? (?:located|lies|which lies|which is)\\b|, \\p{Lu})`,
  'u',
);
const THERE = /\b(?:in|at|near|from|to|into)(?: the)? $/i;

/** A list of tags or headlines repeats every name and explains none: no sentence that explains one is so long. */
const LONGEST_EXPLANATION = 60;

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
