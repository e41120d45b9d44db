/**
 * The text that a template shows inside a sentence; '' for all but a few. Takes its name and arguments. Names are those of
 * the English Wikipedia, which most other wikis have too, of Wikinews, and of large Wikipedias in other languages.
 */
export function templateText([title = '', ...given]: readonly string[]): string {
  const name = title.trim().toLowerCase().replaceAll('_', ' ');
  const own = given
    .filter((part) => !NAMED.test(part))
    .map((part) => part.replace(/^\s*\d{1,2}\s*=/u, '').trim());
  const rule = RULES.get(name) ?? (/^lang-[a-z]/u.test(name) ? first : undefined);
  if (SHIPS.has(name) && own[0]) return `${title.trim()} ${own[0]}`;
  return rule?.(own) ?? '';
}

/** `language=fr`, but neither `1=text` nor an address with an equals sign. */
const NAMED = /^\s*[\p{L}][\p{L}\p{N} _-]{0,30}=/u;

type Rule = (given: readonly string[]) => string | undefined;

const first: Rule = ([words]) => words;
const second: Rule = ([, words]) => words;
const last: Rule = (given) => given.at(-1);
const is =
  (words: string): Rule =>
  () =>
    words;

/** {{convert|5|km|mi}}, {{convert|5|to|8|km}}: as far as it was written, "5 km". */
const converted: Rule = ([from, unit, to, ofBoth]) =>
  RANGES.has(unit ?? '')
    ? `${from} ${unit === '-' ? '–' : unit} ${to} ${ofBoth ?? ''}`.trim()
    : `${from} ${unit ?? ''}`.trim();
const RANGES = new Set(['to', 'and', 'or', '-', '–', 'by', 'x']);

/** {{w|Alma Line}}, {{w|Radio Ven|the radio}}: a link to another wiki. */
const label: Rule = ([target, words]) => words || target;
/** {{date|February 3, 2024}}, {{unité|5|km}}, {{ship|MV|Alma}}: all that is given. */
const all: Rule = (given) => given.filter((part) => part !== '').join(' ');
/** {{start date|2024|2|3}}: a day in figures. */
const day: Rule = (given) =>
  given
    .filter((part) => /^\d{1,4}$/u.test(part))
    .slice(0, 3)
    .join('-');
/** {{HMS|Victory}}: the name of the template is a word of the ship's. */
const SHIPS: ReadonlySet<string> = new Set('uss hms hmas hmcs rms ss mv ms hnoms hdms'.split(' '));

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...named(
    first,
    'nowrap nobr nobold small smaller big abbr tooltip nihongo noitalic vanchor visible_anchor sic not_a_typo em strong quote blockquote cquote gaps val formatnum: tq ill interlanguage_link var',
  ),
  ...named(
    first,
    'text ruby smallcaps sc underline u strike del highlight mark center left right mono kbd code number nts decimal noitalics nowiki_text flag flagcountry flagu country quotation quote_box pull_quote zitat citation citation_bloc cita citazione цитата nb nombre число comment',
  ),
  ...named(label, 'w wikipedia wp link l не_переведено langlink sec_link'),
  ...named(all, 'date date- datum fecha data дата unité unidad unità einheit ship heure'),
  ...named(
    day,
    'start_date end_date birth_date death_date birth_date_and_age death_date_and_age dts film_date',
  ),
  ...named(second, 'lang langx langue wiktlang font color colour'),
  ...named(last, 'transliteration transl translit'),
  ...named(converted, 'convert cvt'),
  ...named(is(' – '), 'snd spnd spaced_ndash spaced_en_dash ndash –'),
  ...named(is(' — '), 'mdash spaced_mdash em_dash —'),
  ...named(is(' '), 'nbsp space sp thinsp hsp'),
  ...named(is('|'), '!'),
  ...named(is('='), '='),
  ...named(is("'"), "'"),
  ['as of', (given) => `As of ${given.filter((part) => part !== '').join('-')}`],
  ...named((given) => (given[0] ? `c. ${given.slice(0, 2).join(' – ')}` : 'c.'), 'circa c. ca.'),
  ['frac', (given) => given.join('/')],
  ['fraction', (given) => given.join('/')],
]);

function named(rule: Rule, names: string): [string, Rule][] {
  return names.split(' ').map((name) => [name.replaceAll('_', ' '), rule]);
}
