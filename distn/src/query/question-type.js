import { stem } from '../text/tokens/words.js';
import { focusOf, typeOfNoun } from './focus.js';
import { kindByWord } from './languages.js';
import { FORMS, PHRASES } from './question-forms.js';
import { isAuxiliary, isQuestionWord, KIND_OF } from './question-words.js';
/** Reads the kind from the question's own words; `given` is the verb that it was asked with. */
export function readQuestionType(words, text, given, language) {
    return language ? foreignType(words, given, language) : englishType(words, text, given);
}
/** Nouns that say what is asked for are known of English only. */
function foreignType(words, given, language) {
    const { at, kind: own } = kindByWord(words, language) ?? { at: -1, kind: 'ask' };
    const kind = given === 'ask' ? own : given;
    const asking = new Set(words.flatMap(({ folded }, i) => (language.askingWords.has(folded) ? [i] : [])));
    return { kind, expects: BY_KIND[kind], at, asking, isDefinition: false };
}
function englishType(words, text, given) {
    const phrases = PHRASES.flatMap((pattern) => spanOf(words, pattern) ?? []);
    const requests = phrases.filter(({ asking }) => asking.has(0) && ![...asking].some((i) => isQuestionWord(words[i].folded)));
    const opening = Math.max(0, ...requests.map(({ last }) => last));
    const at = questionWordAt(words, text, opening);
    const form = at < 0 ? undefined : formAt(words, at);
    const asking = new Set([...phrases, ...(form ? [form.span] : [])].flatMap((span) => [...span.asking]));
    const own = at < 0 ? 'ask' : (form?.kind ?? KIND_OF.get(words[at].folded));
    const kind = given === 'ask' ? own : given;
    const noun = nounOf(words, text, { at, own, given, opening, form, asking });
    const byNoun = noun === undefined ? undefined : typeOfNoun(noun);
    const open = kind === 'what' || kind === 'ask';
    const expects = (kind === own ? form?.expects : undefined) ?? (open ? byNoun : undefined) ?? BY_KIND[kind];
    return {
        kind,
        expects,
        at,
        asking,
        isDefinition: form?.about === true,
        ...(noun !== undefined && { focus: stem(noun) }),
    };
}
const BY_KIND = {
    who: 'person',
    where: 'place',
    when: 'date',
    why: 'reason',
    'how-many': 'number',
    what: 'thing',
    ask: 'thing',
};
/** Matches against the folded words; a question word that is a name ("the WHO") is none here. */
function spanOf(words, pattern) {
    const folded = words.map((word, i) => (isNamed(words, i) ? word.folded.toUpperCase() : word.folded));
    const match = folded.join(' ').match(pattern);
    if (!match || match[0] === '')
        return undefined;
    const kept = match.groups?.kept;
    const keptFrom = kept === undefined ? -1 : match.index + match[0].indexOf(kept);
    const asking = new Set();
    let start = 0;
    let [first, last] = [words.length, 0];
    for (const [i, { length }] of folded.entries()) {
        const inside = start >= match.index && start + length <= match.index + match[0].length;
        const isKept = kept !== undefined && start >= keptFrom && start < keptFrom + kept.length;
        if (inside)
            [first, last] = [Math.min(first, i), i + 1];
        if (inside && !isKept)
            asking.add(i);
        start += length + 1;
    }
    return { first, last, asking };
}
/** Inside a question WHO is a name. */
function isNamed(words, i) {
    return i > 0 && !words[i].stop && isQuestionWord(words[i].folded);
}
function formAt(words, at) {
    for (const form of FORMS) {
        const span = spanOf(words, form.pattern);
        if (span && span.first <= at && at < span.last)
            return { ...form, span };
    }
    return undefined;
}
/**
 * The word that asks. One right behind "tell me" or "do you know"; none where these are followed by something else, nor in
 * "Did those who fled return?"; else the first that opens a clause ("When the war began, who was president?"), or the first.
 */
function questionWordAt(words, text, opening) {
    const all = words.flatMap((word, i) => (isQuestionWord(word.folded) && (word.stop || i === 0) ? [i] : []));
    const next = all.find((i) => i >= opening);
    if (opening > 0 && words[opening] && !isAuxiliary(words[opening].folded)) {
        const near = next !== undefined && next - opening <= 1;
        return near ? next : (all.find((i) => i < opening) ?? -1);
    }
    if (words[opening] && isAuxiliary(words[opening].folded))
        return all.find((i) => i < opening) ?? -1;
    const [first] = all;
    const later = all.find((i) => i > 0 && /^, ?$/.test(text.slice(words[i - 1].end, words[i].start)));
    const subordinate = first === 0 ? opensSubordinate(words) : first !== undefined && first > 1;
    return (subordinate ? later : undefined) ?? first ?? -1;
}
/** "When the war began": a question has its verb next. */
function opensSubordinate(words) {
    return /^(?:when|where)$/.test(words[0].folded) && !isAuxiliary(words[1]?.folded ?? '');
}
/** Verbs of harm behind "how many": people are meant. */
const HARMED = /^(?:died?|dead|killed|wounded|injured|hurt|displaced|arrested|detained|martyred|missing|deaths)$/;
function nounOf(words, text, asked) {
    const { at, own, given, opening, form, asking } = asked;
    const counts = form?.expects === 'number' && own === 'how-many';
    if (form && !counts) {
        const first = words[form.span.last - 1]?.folded;
        return form.expects === 'year' || form.expects === 'date' ? first : undefined;
    }
    let start = form ? form.span.last : at + 1;
    while (asking.has(start))
        start += 1;
    if (own === 'how-many') {
        if (HARMED.test(words[start]?.folded ?? ''))
            return 'people';
        return focusOf(words, text, start, { counted: true });
    }
    if (own === 'what')
        return focusOf(words, text, Math.max(start, opening), { copula: true });
    if (at >= 0)
        return undefined;
    if (given === 'what' || given === 'how-many')
        return focusOf(words, text, opening, { counted: given === 'how-many' });
    return LISTING.test(words
        .slice(0, opening)
        .map(({ folded }) => folded)
        .join(' '))
        ? focusOf(words, text, opening, {})
        : undefined;
}
const LISTING = /\b(?:list|name)\b/;
