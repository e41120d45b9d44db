import type { Analysis } from '../analysis.ts';
import type { Description } from './description.ts';
import type { Mention } from './mentions.ts';

/**
 * What says where a place lies: "the northern city of Aleppo", "Aleppo, Syria's largest city", "Zabadani lies near the border",
 * "the town of Hass in Idlib province", "Douma, a suburb of Damascus".
 */
export function whereSaid({ words, text }: Analysis, mention: Mention): Description | undefined {
  const { from, first, last, to } = mention;
  const kinds = new RegExp(`^(?: (?:${KIND}))*$`, 'iu');
  // "New Aleppo", "Aleppo University" are other places.
  const rest = ` ${text.slice(words[last - 1]!.end, words[to - 1]!.end).trim()}`;
  const ends = text.slice(words[from]!.start, words[first]!.start).trim();
  const other = (rest !== ' ' && !kinds.test(rest)) || (ends !== '' && !PEOPLE_OR_PART.test(ends));
  const start = words[first]!.start;
  const end = words[to - 1]!.end;
  const before = text.slice(Math.max(0, start - LOOKED_AT), start);
  const after = text.slice(end, end + LOOKED_AT);
  const found = besides(before, after);
  return found && other ? { ...found, value: found.value * OTHER_PLACE } : found;
}

/** In UTF-16 units. */
const LOOKED_AT = 80;
const OTHER_PLACE = 0.2;

const KIND =
  'towns?|cit(?:y|ies)|villages?|provinces?|governorates?|districts?|regions?|suburbs?|neighbou?rhoods?|capital|islands?|rivers?|mountains?|valleys?|areas?|camps?|airports?|airbases?|bases?|countrysides?|counties|county|states?|country|hub|enclave|stronghold|bastion|crossing|quarter|hamlet|port|resort|settlement|lake|sea|gulf|peninsula|street|road|highway|square|bridge|hospital|prison|dam|roundabout';
const PART =
  '(?:north|south|east|west|central|coastal|(?:north|south)-?(?:east|west))(?:ern)?|far[- ](?:north|south|east|west)(?:ern)?|inland|border|mountainous';
const PEOPLE_OR_PART = new RegExp(`^(?:(?:${PART}|${KIND}|\\p{Lu}\\p{L}+(?:an|ian|ish|i|ese|s)) ?)+$`, 'iu');

/** What a place is put beside: "in northern Syria", "near the Turkish border", "15 km east of Homs", "on the coast". */
const LIES =
  '(?:(?:about |some |around |just )?\\d+ ?-?(?:km|kilomet(?:er|re)s?|miles?) )?(?:in(?:side)?|near|outside|close to|on|along|(?:to the )?(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)? of|on the (?:outskirts|edge|border|coast) of|at the)';
const BEFORE = new RegExp(
  `\\b(${PART})?[ -]?((?:\\p{L}+[ -]){0,3}?)(?:${KIND})(?: and (?:${KIND}))? of (?:the )?$`,
  'iu',
);
const PART_BEFORE = new RegExp(`\\b(${PART}) (?:\\p{Lu}\\p{L}+ )?$`, 'iu');
const KIND_BEHIND = new RegExp(`^ (?:${KIND})\\b`, 'iu');
const APPOSED = new RegExp(
  `^(?:,| [–—-])? (?:an?|the|one of|\\p{Lu}[\\p{L}-]+(?:['’]s|s['’]?))(?: [\\p{L}'’-]+){0,5}? (?:${KIND})\\b`,
  'u',
);
const LOCATED = new RegExp(
  `^(?: (?:${KIND}))?,?(?: (?:which|that))?(?: (?:is|lies|sits|stands|was|are)(?: (?:located|situated|a|an|the)(?: [\\p{L}-]+){0,3}?)?| located| situated) (?:${LIES}) `,
  'u',
);
const PLACED = new RegExp(
  `^(?: (?:${KIND}))?(,)? (?:${LIES}) (?:the )?((?:[\\p{Ll}-]+ ){0,3})(\\p{Lu}[\\p{L}'’-]+)`,
  'iu',
);
const COMMA_PLACE = /^, (\p{Lu}[\p{L}'’-]+)/u;

function besides(before: string, after: string): Description | undefined {
  const of = BEFORE.exec(before);
  const part = (of?.[1] ?? PART_BEFORE.exec(before)?.[1])?.toLowerCase();
  const placed = PLACED.exec(after);
  const beside = placed?.[3]?.toLowerCase() ?? '';
  if (of && part) return { value: 1, key: part };
  if (LOCATED.test(after)) return { value: 0.95, key: beside };
  if (APPOSED.test(after)) return { value: 0.95, key: 'apposed' };
  const kind = of !== null || KIND_BEHIND.test(after);
  // "northern Aleppo" is a part of it, "northern Aleppo province" is not.
  if (part && KIND_BEHIND.test(after)) return { value: 0.8, key: part };
  if (placed && (kind || placed[1] || /^ near/u.test(after))) return { value: kind ? 0.9 : 0.6, key: beside };
  if (of) return { value: of[2]?.trim() ? 0.55 : 0.4, key: 'kind' };
  if (COMMA_PLACE.test(after)) return { value: 0.4, key: 'comma' };
  if (kind) return { value: 0.35, key: 'kind' };
  return placed ? { value: 0.4, key: beside } : undefined;
}
