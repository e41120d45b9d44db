import { isPlural, kindOfNoun } from '../../text/names/kinds-of-nouns.ts';
import type { Analysis } from '../analysis.ts';
import type { Evidence } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/**
 * The keyword query "/who SANA" is answered by what says what it is: "the news agency SANA", "SANA, the …", "SANA is a
 * …", "(SANA)".
 */
export const definition: Signal = {
  name: 'definition',
  value: (evidence, { question }) => {
    if (!question.isKeywordQuery || question.expects === 'place' || question.expects === 'date') return 0;
    if (evidence.analysis.words.length > LONGEST_EXPLANATION) return 0;
    const { analysis, positions } = evidence;
    const defined =
      positions.flat().some((at) => hasRole(analysis, at)) ||
      aroundName(evidence).some(
        ({ before, after }) => DEFINED_AFTER.test(after) || (before.endsWith('(') && after.startsWith(')')),
      );
    return defined ? 1 : 0;
  },
};

/**
 * The keyword query "/where Ma'asaran" is answered by what says where it lies: "Ma'asaran town", "in Idlib", "north of
 * Homs".
 */
export const placed: Signal = {
  name: 'placed',
  value: (evidence, { question }) => {
    if (!question.isKeywordQuery || question.expects !== 'place') return 0;
    if (evidence.analysis.words.length > LONGEST_EXPLANATION) return 0;
    const around = aroundName(evidence);
    if (around.some(({ before, after }) => PLACE_BEFORE.test(before) || PLACE_AFTER.test(after))) return 1;
    return around.some(({ before }) => THERE.test(before)) ? 0.3 : 0;
  },
};

const DEFINED_AFTER =
  /^(?:,? (?:is|are|was|were|has been|became) (?:an?|the|one of)\b|, (?:an?|the|one of|which is|who is|who was)\b| \(|, \p{Lu}[\p{L}'’]+['’]s )/u;

/**
 * A noun that says what a name stands for is a part of the name or stands right beside it: "President Assad", "the news
 * agency SANA", "the PYD militia"; not "PYD fighters", "PYD spokesman".
 */
function hasRole({ runs, words, text }: Analysis, at: number): boolean {
  const { first, last } = runs.find((run) => run.first <= at && at < run.last) ?? { first: at, last: at + 1 };
  if (words.slice(first, at).some(({ folded }) => kindOfNoun(folded) === 'person')) return true;
  const nounAt = (i: number, from: number) => {
    const word = words[i];
    if (!word || word.capital || isPlural(word.folded)) return undefined;
    const between = text.slice(words[from]!.end, words[from + 1]!.start);
    return between === ' ' ? kindOfNoun(word.folded) : undefined;
  };
  const behind = words[last]?.folded === 'news' ? last + 1 : last;
  const body = nounAt(behind, last - 1) === 'organisation' && !words[behind]!.folded.endsWith('s');
  return body || nounAt(first - 1, first - 1) !== undefined;
}

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
