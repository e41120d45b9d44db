/**
 * The base form of an irregular verb form or plural, both folded; `undefined` for any other word. Verbs: the list of
 * Quirk, Greenbaum, Leech and Svartvik, "A Comprehensive Grammar of the English Language" (1985), 3.11-3.19, without
 * forms that are commoner as other words (wound, bound, ground). Nouns: the same, 5.75-5.102, mutation, -en, voiced and foreign
 * plurals, without leaves, lives, analyses and bases, which have two singulars.
 */
export function baseOfIrregular(folded: string): string | undefined {
  return BASES.get(folded);
}

/** Base, past tense (`=`: regular), participle; behind `+` other forms. */
const VERBS = `
  arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became|
  befall befell befallen|begin began begun|bend bent|bite bit bitten|bleed bled|blow blew blown|
  break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|
  choose chose chosen|cling clung|come came|creep crept|deal dealt|die died + dies dying|dig dug|
  draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|
  fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|
  forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|
  forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone + goes|
  grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|
  lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lied + lies lying|
  light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|
  misunderstand misunderstood|outgrow outgrew outgrown|overcome overcame|overrun overran|
  oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|
  prove = proven|rebuild rebuilt|repay repaid|ride rode ridden|ring rang rung|rise rose risen|run ran|
  say said|see saw seen|seek sought|sell sold|send sent|sew = sewn|shake shook shaken|shine shone|
  shoot shot|show = shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|
  sleep slept|slide slid|smell smelt|sow = sown|speak spoke spoken|speed sped|spell spelt|spend spent|
  spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|
  sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell = swollen|
  swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|
  tie tied + ties tying|throw threw thrown|tread trod trodden|undergo underwent undergone + undergoes|
  understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|wake woke woken|
  wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|
  withstand withstood|write wrote written`;

const NOUNS = `sky skies|child children|foot feet|goose geese|man men|mouse mice|ox oxen|tooth teeth|woman women|calf calves|
  half halves|knife knives|loaf loaves|self selves|shelf shelves|thief thieves|wife wives|wolf wolves|
  crisis crises|thesis theses|hypothesis hypotheses|oasis oases|phenomenon phenomena|
  criterion criteria|bacterium bacteria|referendum referenda|memorandum memoranda|stadium stadia|nucleus nuclei`;

const BASES: ReadonlyMap<string, string> = new Map(
  [...entriesOf(VERBS), ...entriesOf(NOUNS)].flatMap(([base = '', ...forms]) =>
    forms.flatMap((form): [string, string][] => (form === base || /[=+]/.test(form) ? [] : [[form, base]])),
  ),
);

/** The past tense of each of these verbs, but for the regular ones. */
export const IRREGULAR_PASTS: readonly string[] = entriesOf(VERBS).flatMap(([, past = '=']) =>
  past === '=' ? [] : [past],
);

function entriesOf(list: string): string[][] {
  return list.split('|').map((line) => line.trim().split(/\s+/));
}
