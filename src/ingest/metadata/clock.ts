/** What follows the day of an instant: a time of day, and its zone. */
const CLOCK =
  /(?:t|,?\s+(?:(?:at|um|à|às|a las|om|kl\.?|klo|ore|alle|saat|в|о|[-–|•·])\s+)?)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(\p{L}{1,5}\.?|(?:gmt|utc)?[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?$/iu;

/**
 * Parts a day from the time of day behind it. `time` is ISO 8601 with its offset (UTC where none stands); '' where only the day is
 * certain: there is none, its zone is unknown or has two meanings (BST, IST), or it is the end of the day; `undefined` for
 * what is no time of day.
 */
export function splitClock(text: string): { readonly day: string; readonly time: string | undefined } {
  const clock = text.match(CLOCK);
  return clock ? { day: text.slice(0, clock.index), time: timeOf(clock) } : { day: text, time: '' };
}

function timeOf([, hour, minute, second = '00', half, zone = 'Z']: RegExpMatchArray): string | undefined {
  const hours = half ? (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0) : Number(hour);
  if (`${hour}:${minute}:${second}` === '24:00:00') return '';
  const isHour = half ? Number(hour) >= 1 && Number(hour) <= 12 : hours < 24;
  const offset = /^\p{L}+\.?$/u.test(zone) ? (ZONES.get(zone.toUpperCase()) ?? '') : offsetOf(zone);
  if (!isHour || Number(minute) > 59 || Number(second) > 60 || offset === undefined) return undefined;
  // A leap second is no time that JavaScript knows.
  if (offset === '' || second === '60') return '';
  return `T${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`;
}

function offsetOf(zone: string): string | undefined {
  const parts = zone.match(/^(?:gmt|utc)?([+-])(\d{2}):?(\d{2})?$/iu);
  if (!parts || Number(parts[2]) > 14 || Number(parts[3] ?? 0) > 59) return undefined;
  return `${parts[1]}${parts[2]}:${parts[3] ?? '00'}`;
}

/** Those of RFC 822 (section 5), and names of the IANA time zone database that mean one offset only. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...zones('Z', 'Z UT UTC GMT WET'),
  ...zones('+01:00', 'CET WEST MEZ'),
  ...zones('+02:00', 'CEST EET SAST MESZ'),
  ...zones('+03:00', 'MSK EEST'),
  ...[...zones('+05:00', 'PKT'), ...zones('+07:00', 'WIB'), ...zones('+08:00', 'HKT AWST')],
  ...[...zones('+09:00', 'JST KST'), ...zones('+09:30', 'ACST'), ...zones('+10:30', 'ACDT')],
  ...[...zones('+10:00', 'AEST'), ...zones('+11:00', 'AEDT')],
  ...[...zones('+12:00', 'NZST'), ...zones('+13:00', 'NZDT')],
  ...[...zones('-05:00', 'EST CDT'), ...zones('-04:00', 'EDT'), ...zones('-06:00', 'CST MDT')],
  ...[...zones('-07:00', 'MST PDT'), ...zones('-08:00', 'PST AKDT'), ...zones('-09:00', 'AKST')],
  ...zones('-10:00', 'HST'),
]);

function zones(offset: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [name, offset]);
}
