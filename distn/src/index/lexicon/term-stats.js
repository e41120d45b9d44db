import { isInProse, proseOf } from '../../text/furniture/furniture.js';
import { languageOf } from '../../text/languages/language.js';
import { voteByContext } from '../../text/names/name-contexts.js';
import { addVotes, noVotes } from '../../text/names/name-votes.js';
import { nameRuns } from '../../text/names/names.js';
import { compoundAt, wordsOf } from '../../text/tokens/words.js';
import { abbreviationsIn } from './abbreviations.js';
import { isName, keyOf } from './lexicon.js';
/** What of an archive's words and names can be counted document by document, up and down again, in any order. */
export class TermStats {
    terms = new Map();
    names = new Map();
    /** Term of an abbreviation to the long forms that texts give of it, to how often. */
    longForms = new Map();
    spellings = 0;
    /** What takes memory: terms, names, and ways in which they are written. */
    get size() {
        return this.terms.size + this.names.size + this.spellings;
    }
    /** TermStats a document; with -1 one that has been counted is taken out again. */
    count({ article, sentences }, by = 1) {
        const language = languageOf(article.language);
        for (const sentence of sentences) {
            const text = article.text.slice(sentence.start, sentence.end);
            const words = wordsOf(text, 0, language);
            const prose = proseOf(words, text);
            this.countWords(words, text, by, prose);
            for (const run of nameRuns(words, text)) {
                if (isInProse(run, prose))
                    this.countName(words, run, text, by);
            }
            for (const { short, long } of abbreviationsIn(text, words)) {
                addTo(valueIn(this.longForms, apart(short), () => new Map()), apart(long), by);
            }
        }
    }
    countWords(words, text, by, prose) {
        const seen = new Set();
        const opens = OPENING.test(text.slice(0, words[0]?.start ?? 0));
        // In a menu, as at the start of a sentence, a capital letter says nothing.
        const says = (at) => (at > 0 || !opens) && prose.first <= at && at < prose.last;
        const capital = (at) => (says(at) ? words[at].capital : undefined);
        const count = (term, spelling, capital) => {
            const own = apart(term);
            const entry = valueIn(this.terms, own, () => emptyTerm(own));
            if (!seen.has(term))
                entry.sentences += by;
            seen.add(term);
            if (capital === true)
                entry.capitals += by;
            if (capital === false)
                entry.lowers += by;
            this.countSpelling(entry, spelling, by);
        };
        words.forEach((word, i) => {
            const compound = compoundAt(words, i);
            // The article of "al-Dana" has no say.
            if (compound)
                count(compound, text.slice(word.start, endOfCompound(words, i)), capital(word.stop ? i + 1 : i));
            if (!word.stop)
                count(word.term, text.slice(word.start, word.end), capital(i));
        });
    }
    countName(words, run, text, by) {
        const key = apart(keyOf(words.slice(run.first, run.last)));
        if (key === '')
            return;
        const name = valueIn(this.names, key, () => emptyName(key));
        name.sentences += by;
        if (run.first === 0)
            name.opening += by;
        const votes = noVotes();
        voteByContext(votes, words, run, text);
        addVotes(name.contexts, votes, by);
        this.countSpelling(name, text.slice(run.start, run.end).replace(/\s+/g, ' '), by);
    }
    countSpelling({ spellings }, spelling, by) {
        const before = spellings.size;
        addTo(spellings, apart(spelling), by);
        this.spellings += spellings.size - before;
    }
}
/** The same characters: in V8 a slice of 13 and more holds all of the text that it was cut out of. */
function apart(slice) {
    return slice.length < 13 ? slice : ` ${slice}`.slice(1);
}
/** What may stand before the first word of a sentence: a quotation mark, a bracket. */
const OPENING = /^[^\p{L}\p{N}]*$/u;
function endOfCompound(words, first) {
    let last = first;
    while (words[last + 1]?.bound)
        last += 1;
    return words[last].end;
}
export function emptyTerm(term) {
    return { term, sentences: 0, capitals: 0, lowers: 0, spellings: new Map() };
}
export function emptyName(key) {
    return { key, sentences: 0, opening: 0, spellings: new Map(), contexts: noVotes() };
}
/** What only ever opens sentences, and a single word in any case, is a name where its first word stands for one. */
export function isConfirmed({ key, sentences, opening }, termOf) {
    const first = key.split(' ', 1)[0];
    return (first !== key && opening < sentences) || isName(termOf(first));
}
/** TermStats that come to nothing go. */
export function addTo(counts, key, by) {
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0)
        counts.delete(key);
    else
        counts.set(key, count);
}
export function valueIn(map, key, make) {
    let value = map.get(key);
    if (value === undefined) {
        value = make();
        map.set(key, value);
    }
    return value;
}
