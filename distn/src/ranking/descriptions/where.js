/**
 * What says where a place lies: "the northern city of Aleppo", "Aleppo, Syria's largest city", "Zabadani lies near the border",
 * "the town of Hass in Idlib province", "Douma, a suburb of Damascus".
 */
export function whereSaid({ words, text }, mention) {
    const { from, first, last, to } = mention;
    // "New Aleppo", "Aleppo University" are other places.
    const rest = ` ${text.slice(words[last - 1].end, words[to - 1].end).trim()}`;
    const ends = text.slice(words[from].start, words[first].start).trim();
    const other = (rest !== ' ' && !KINDS.test(rest)) || (ends !== '' && !PEOPLE_OR_PART.test(ends));
    const start = words[first].start;
    const end = words[to - 1].end;
    const before = text.slice(Math.max(0, start - LOOKED_AT), start);
    const after = text.slice(end, end + LOOKED_AT);
    const found = besides(before, after);
    return found && other ? { ...found, value: found.value * OTHER_PLACE } : found;
}
/** In UTF-16 units. */
const LOOKED_AT = 80;
const OTHER_PLACE = 0.2;
/** Without the flag `i`, by which `\\p{Lu}` is any letter. */
function capitalised(pattern) {
    return pattern.replace(/\b[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
const KIND = capitalised('towns?|cit(?:y|ies)|villages?|provinces?|governorates?|districts?|regions?|suburbs?|neighbou?rhoods?|capital|islands?|rivers?|mountains?|valleys?|camps?|airports?|airbases?|bases?|counties|county|states?|country|hub|enclave|stronghold|bastion|crossing|quarter|hamlet|port|resort|settlement|lake|sea|gulf|peninsula|street|road|highway|square|bridge|hospital|prison|dam|roundabout');
/** What lies around a place rather than is one. */
const SURROUNDINGS = capitalised('areas?|countrysides?|outskirts');
const PART = capitalised('(?:north|south)-?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|coastal|inland|border|mountainous');
/** "strategic", "Syrian", "rebel-held": not what would lead to another phrase. */
const ADJECTIVE = "(?!(?:the|an?|in|of|at|on|to|from|near|and|for|by|with)\\b)[\\p{L}’']+[ -]";
const KINDS = new RegExp(`^(?: (?:${KIND}|${SURROUNDINGS}))*$`, 'u');
const PEOPLE_OR_PART = new RegExp(`^(?:(?:${PART}|${KIND}|\\p{Lu}\\p{L}+(?:an|ish|i|ese|s)) ?)+$`, 'u');
/** What a place is put beside: "in northern Syria", "near the Turkish border", "15 km east of Homs", "on the coast". */
const LIES = '(?:(?:about |some |around |just )?\\d+ ?-?(?:km|kilomet(?:er|re)s?|miles?) )?(?:in(?:side)?|near|outside|close to|along|(?:to the )?(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)? of|on the (?:\\p{L}+ )?(?:outskirts|edge|border|coast)(?: of| with)?|on|at)';
const BEFORE = new RegExp(`((?:${ADJECTIVE}){0,4})(?:${KIND})(?: and (?:${KIND}))? of (?:the )?$`, 'u');
const ANY_PART = new RegExp(`(?<!\\p{L})(${PART})(?!\\p{L})`, 'u');
const PART_BEFORE = new RegExp(`(?<!\\p{L})(${PART}) (?:\\p{Lu}\\p{L}+ )?$`, 'u');
const KIND_BEHIND = new RegExp(`^ (?:${KIND})\\b`, 'u');
const APPOSED = new RegExp(`^(?:,| [–—-])? (?:an?|the|one of|\\p{Lu}[\\p{L}-]+(?:['’]s|s['’]?))(?: [\\p{L}'’-]+){0,5}? (?:${KIND})\\b(?! of\\b)`, 'u');
const LOCATED = new RegExp(`^(?: (?:${KIND}))?,?(?: which| that)?(?: (?:is|was|are|lies|sits|stands|located|situated|adjacent)){1,2}(?: (?:an?|the)(?: [\\p{L}-]+){1,4}?)? (?:${LIES}) `, 'u');
const PLACED = new RegExp(`^(?: (?:${KIND}))?(,)? (?:${LIES}) (?:the )?((?:[\\p{Ll}-]+ ){0,3})(\\p{Lu}[\\p{L}'’-]+)`, 'u');
const BEYOND = /\b(?:north|south|east|west|outskirts|surroundings|countryside|vicinity) of(?: the)? $/u;
const COMMA_PLACE = /^, \p{Lu}[\p{L}'’-]+/u;
function besides(before, after) {
    const of = BEFORE.exec(before);
    const part = (ANY_PART.exec(of?.[1] ?? '') ?? PART_BEFORE.exec(before))?.[1]?.toLowerCase();
    const placed = PLACED.exec(after);
    const beside = placed?.[3]?.toLowerCase() ?? '';
    const kind = of !== null || KIND_BEHIND.test(after);
    // What lies east of it lies near what follows.
    if (BEYOND.test(before))
        return undefined;
    if (of && part)
        return { value: 1, key: part };
    if (LOCATED.test(after))
        return { value: 0.95, key: beside };
    if (APPOSED.test(after))
        return { value: 0.9, key: 'apposed' };
    if (placed && (kind || placed[1]))
        return { value: 0.9, key: beside };
    // "northern Aleppo" is a part of it, "northern Aleppo province" is not.
    if (part && KIND_BEHIND.test(after))
        return { value: 0.8, key: part };
    if (placed && / near /u.test(` ${placed[0]}`))
        return { value: 0.6, key: beside };
    if (of)
        return { value: of[1]?.trim() ? 0.55 : 0.4, key: 'kind' };
    if (placed || COMMA_PLACE.test(after))
        return { value: 0.4, key: beside };
    return kind ? { value: 0.35, key: 'kind' } : undefined;
}
