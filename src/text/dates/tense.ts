import { IRREGULAR_PASTS } from '../forms/irregular.ts';

/** Of which time the clause around a word speaks; `unclear` where its verb, if it has one, is not known to be past. */
export type Tense = 'past' | 'ahead' | 'unclear';

/**
 * The tense of the English clause that an expression of time stands in, by what stands before and after it in its sentence.
 * A clause without a verb is of the tense of the one beside it: "the flood, on Monday", "On Monday, the flood struck".
 */
export function tenseAround(before: string, after: string): Tense {
  const [left, right] = [before.split(CLAUSE), after.split(CLAUSE)];
  const [own, ...others] = [left.at(-1)!, ...left.slice(0, -1).reverse()];
  if (SINCE.test(own)) return 'past';
  const [next = '', ...rest] = right;
  // "On Monday, …" belongs to what follows, anything else to what comes before.
  const beside = OPENING.test(own) ? [...rest, ...others] : [...others, ...rest];
  const told = [`${own}${next}`, ...beside].map(tenseOf).find((tense) => tense !== undefined);
  return told ?? 'unclear';
}

const CLAUSE =
  /[,;:()"“”—–]|\b(?=(?:and|but|or|that|which|who|whom|while|when|where|whereas|after|before|as|if|because|since|though|although)\b)|(?<=\b(?:said|says|reported|announced))\b/;
const OPENING = /^(?:(?:and|but|that|as) )?\W*(?:(?:late|early|then|on|in|at|by) ?)*$/i;
const SINCE = /\bsince (?:the (?:end|start|beginning) of |late |early )?$/;

/** `undefined` where the clause has no verb that is known. */
function tenseOf(clause: string): Tense | undefined {
  if (AHEAD.test(clause) || ASKS_TO.test(clause)) return 'ahead';
  if (PAST.test(clause)) return 'past';
  return PRESENT.test(clause) || GOES_ON.test(clause) ? 'unclear' : undefined;
}

/**
 * What is planned, by its verb or noun. Participles that only look past: "headed Tuesday to Peru", "a vote scheduled
 * Friday".
 */
const AHEAD =
  /\b(?:will|shall|would|may|might|could|can|must|should|set|(?:is|are|was|were|be) due|due (?:on|in|at|back)|scheduled|slated|expected|expects?|planned|planning|plan|plans|hopes?|hoping|intend(?:s|ed|ing)?|wants?|aims?|poised|headed|bound|to be|upcoming|coming|going to|about to|ahead of|eve of|starting|deadline|no later than|(?:is|are|['’]s|['’]re) \p{L}+ing|to (?:begin|start|meet|hold|take|end|expire|resume))\b|['’]ll\b/u;

/** Verbs whose infinitive is still to come (Quirk and others, 16.38-16.50: of volition, of asking and telling): "agreed to meet". */
const ASKS_TO =
  /\b(?:agree|arrange|ask|call|decid|demand|expect|invit|order|instruct|pledg|prepar|promis|propos|offer|request|requir|schedul|summon|threaten|told|urg|vow|want|allow|permit|giv|given|gave|had|has|have|need|chosen|chose)(?:e|ed|es|s|ing)? (?:(?!not\b)[\p{L}’'-]+ ){0,4}?to (?!the\b|an?\b|his\b|her\b|its\b|their\b|\p{Lu})\p{Ll}{2,}/u;

/**
 * Present: auxiliaries, and the verbs that a plan is told by in the simple present (Quirk and others, 4.45: "verbs of
 * transition"; more of the kind that news has).
 */
const PRESENT = new RegExp(
  `\\b(?:is|are|am|isn['’]t|aren['’]t|do|does|don['’]t|doesn['’]t|(?:${`
  begin start open reopen close end finish meet convene leave depart arrive return come go play face host visit vote resume
  expire launch air march travel fly take hold run turn move release double appear speak address join celebrate mark
  continue remain live stand lie debut premiere kick decide announce publish`
    .trim()
    .split(/\s+/)
    .join('|')})(?:e?s)?)\\b`,
  'u',
);
/** "And returns on Thursday", whatever the verb. */
const GOES_ON = /^(?:and|but) (?:then |also )?\p{Ll}+[^s\P{L}]s (?:again )?(?:on )?$/u;

/** Whether a verb in the past tense stands in some words. */
export function hasPast(words: string): boolean {
  return PAST.test(words);
}

/** Past tense: regular verbs, auxiliaries, irregular verbs; hit, cut, hurt and quit, because news tells what they did. */
const PAST = new RegExp(
  `\\b(?:was|were|had|did|has|have|been|dead|deaths?|toll|(?!need|feed|seed|speed|bleed|exceed|proceed|succeed|indeed|embed)\\p{Ll}{2,}ed|${IRREGULAR_PASTS.join('|')}|hit|cut|hurt|quit)\\b`,
  'u',
);
