import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
/**
 * The stemmers of `natural` (Snowball's; the Ukrainian one is Porter's idea for Russian carried over), each loaded with the
 * first text of its language: 0.5 to 6 ms. Its Persian one changes nothing. How well they do: docs/languages.md.
 */
const LOADED = {
    es: () => require('natural/lib/natural/stemmers/porter_stemmer_es.js'),
    fr: () => require('natural/lib/natural/stemmers/porter_stemmer_fr.js'),
    de: () => require('natural/lib/natural/stemmers/porter_stemmer_de.js'),
    it: () => require('natural/lib/natural/stemmers/porter_stemmer_it.js'),
    pt: () => require('natural/lib/natural/stemmers/porter_stemmer_pt.js'),
    nl: () => require('natural/lib/natural/stemmers/porter_stemmer_nl.js'),
    sv: () => require('natural/lib/natural/stemmers/porter_stemmer_sv.js'),
    no: () => require('natural/lib/natural/stemmers/porter_stemmer_no.js'),
    ru: () => require('natural/lib/natural/stemmers/porter_stemmer_ru.js'),
    uk: () => require('natural/lib/natural/stemmers/porter_stemmer_uk.js'),
};
/** The stemmer of a language; for a language without one, words are only cut to 64 units. */
export function stemmerOf(code) {
    if (code === 'ar')
        return withoutArticle;
    const load = LOADED[code];
    if (load === undefined)
        return (folded) => folded.slice(0, MAX_STEMMED_LENGTH);
    const stemmer = load();
    if (code === 'ru' || code === 'uk')
        return memoised(/^[а-яєії]{3,}$/, (folded) => stemmer.stem(folded));
    return memoised(/^[a-z]{3,}$/, (folded) => `${stemmer.stem(folded)}${MARK}${code}`);
}
/**
 * Between a stem and its language: the French stem of the English question's "plane" must not find English plans. In
 * qamr-news-dev, where 2 of 480 articles are Spanish and French, 650 of 8,569 answers come out otherwise without it, if
 * only in their confidence; with it 315, and one of these in its sentence.
 */
const MARK = ':';
/** A term without the mark of its language. */
export function unmarked(term) {
    const at = term.indexOf(MARK);
    return at < 0 ? term : term.slice(0, at);
}
/** In UTF-16 units, as `MAX_TERM_LENGTH`: a longer run is no word, and is cut. */
const MAX_STEMMED_LENGTH = 64;
/** Words come from strangers, so the cache is bounded; when it is full it is emptied. */
const MAX_CACHED_STEMS = 50_000;
function memoised(words, stem) {
    const stems = new Map();
    return (folded) => {
        if (folded.length > MAX_STEMMED_LENGTH)
            return folded.slice(0, MAX_STEMMED_LENGTH);
        let stemmed = stems.get(folded);
        if (stemmed === undefined) {
            // Words of other scripts are of other languages.
            stemmed = (words.test(folded) && stem(folded)) || folded;
            if (stems.size >= MAX_CACHED_STEMS)
                stems.clear();
            stems.set(folded, stemmed);
        }
        return stemmed;
    };
}
/**
 * An Arabic word without the article, with which "and", "so", "in", "like" and "for" are written as one: the prefixes of
 * light stemming (Larkey, Ballesteros and Connell 2002), none of its suffixes. Nothing short enough to be a root is cut.
 */
function withoutArticle(folded) {
    const word = folded.slice(0, MAX_STEMMED_LENGTH);
    return word.replace(/^(?:[وف]?[بك]ال|[وف]ال|و?لل)(?=.{3})|^ال(?=.{2})/, '');
}
