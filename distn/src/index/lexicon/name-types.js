import { LRUCache } from 'lru-cache';
import { shapeOf } from '../../text/names/name-shapes.js';
import { addVotes, noVotes, strongest, sumOf } from '../../text/names/name-votes.js';
import { wordsOf } from '../../text/tokens/words.js';
import { present } from '../database/errors.js';
import { headOf, keyOf, requireName } from './lexicon.js';
import { properOf, soundOfName } from './name-keys.js';
/** Groups that are remembered, about 1 KB each. */
const KEPT = 2_000;
/** Keys of which the type is remembered, about 100 bytes each: every name beside a candidate is asked for, some 60 a question. */
const MAX_CACHED_TYPES = 20_000;
/** Fewer points than this are a guess: such a name is `other`. */
const LEAST = 0.35;
/** From here on a name vouches for others. */
const SURE = 2;
/** Contexts of many places count at most this, as much as a head noun does; those of a single one half as much. */
const MOST_BY_CONTEXT = 4;
export function nameTypesOf(lexicon) {
    const groups = new LRUCache({ max: KEPT });
    /** By key; `false` for what is no name of the archive. */
    const byKey = new LRUCache({ max: KEPT });
    const types = new LRUCache({
        max: MAX_CACHED_TYPES,
        memoMethod(key) {
            const group = groupOf(key);
            return group ? typeOfGroup(group) : false;
        },
    });
    const groupOf = (key) => {
        const known = byKey.get(key);
        if (known !== undefined)
            return known || undefined;
        const name = lexicon.name(key);
        const group = name && groupBySound(name);
        byKey.set(key, group ?? false);
        return group;
    };
    const groupBySound = (name) => {
        const sound = soundOfName(name);
        let group = groups.get(sound);
        if (!group) {
            const keys = lexicon.namesBy('sound', sound);
            present(keys.find((key) => key === name.key), `the sound of the name “${name.key}”`);
            group = grouped(keys.map((key) => requireName(lexicon, key)));
            groups.set(sound, group);
        }
        return group;
    };
    /** Other names with what they belong to, one by one: of a common family there are thousands. */
    const othersOf = function* (group, lookup) {
        for (const { key } of group.names) {
            for (const other of lexicon.namesBy(lookup, key).slice(0, MOST_VOUCHING)) {
                yield { name: requireName(lexicon, other), group: groupOf(other) };
            }
        }
    };
    /** "President Assad" vouches for Assad, "Idlib province" for Idlib. */
    const vouched = (group) => {
        if (group.vouched)
            return group.vouched;
        const votes = { ...group.own };
        for (const fuller of othersOf(group, 'core')) {
            const type = strongest(fuller.group.own, SURE);
            if (type === 'person' || type === 'place')
                votes[type] += 2;
        }
        group.vouched = votes;
        return votes;
    };
    /** A full name vouches for the family name. */
    const withFamily = (group) => {
        const votes = { ...vouched(group) };
        const sure = strongest(votes, SURE);
        // "the monitor told AFP" makes no person of AFP.
        if (sure !== undefined && sure !== 'person')
            return votes;
        let sentences = 0;
        for (const full of othersOf(group, 'family')) {
            if (strongest(vouched(full.group), SURE) === 'person')
                sentences += full.name.sentences;
            if (sentences >= ENOUGH)
                break;
        }
        if (sentences > 0)
            votes.person += 1 + Math.min(ENOUGH, sentences) / 2;
        return votes;
    };
    /** A long form vouches for HTS; what has a short form is mostly a body, a country has its own points. */
    const withShortForms = (group) => {
        const votes = withFamily(group);
        for (const { key } of group.names) {
            if (lexicon.shortForm(key) !== undefined)
                votes.organisation += 1.5;
            const long = lexicon.longForm(key);
            if (long === undefined)
                continue;
            const other = groupOf(keyOf(wordsOf(long)));
            if (other && other !== group)
                addVotes(votes, withFamily(other));
            votes.organisation += 1.5;
        }
        return votes;
    };
    const typeOfGroup = (group) => {
        group.type ??= strongest(withShortForms(group), LEAST) ?? 'other';
        return group.type;
    };
    return {
        entryOf(key) {
            const group = groupOf(key);
            return group && { name: group.head, sentences: group.sentences, type: typeOfGroup(group) };
        },
        typeOf(words, text) {
            return types.memo(keyOf(words)) || strongest(shapeOf(words, text).votes, SURE);
        },
    };
}
/** Of the names that a name is a part of, so many are asked. */
const MOST_VOUCHING = 50;
/** Sentences with full names of a family: more of them say no more. */
const ENOUGH = 4;
function grouped(names) {
    const most = names.reduce((a, b) => (b.sentences > a.sentences ? b : a));
    const contexts = noVotes();
    for (const name of names)
        addVotes(contexts, name.contexts);
    const own = { ...properOf(most).votes };
    addVotes(own, contexts, MOST_BY_CONTEXT / (sumOf(contexts) + 2));
    return {
        names,
        head: headOf(most.spellings),
        sentences: names.reduce((sum, { sentences }) => sum + sentences, 0),
        own,
    };
}
