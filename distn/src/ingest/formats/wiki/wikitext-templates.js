/**
 * The text that a template shows inside a sentence; '' for all but a few. Takes its name and arguments. Names are those of
 * the English Wikipedia, which most other wikis have too.
 */
export function templateText([title = '', ...given]) {
    const name = title.trim().toLowerCase().replaceAll('_', ' ');
    const own = given
        .filter((part) => !NAMED.test(part))
        .map((part) => part.replace(/^\s*\d{1,2}\s*=/u, '').trim());
    const rule = RULES.get(name) ?? (/^lang-[a-z]/u.test(name) ? first : undefined);
    return rule?.(own) ?? '';
}
/** `language=fr`, but neither `1=text` nor an address with an equals sign. */
const NAMED = /^\s*[\p{L}][\p{L}\p{N} _-]{0,30}=/u;
const first = ([words]) => words;
const second = ([, words]) => words;
const last = (given) => given.at(-1);
const is = (words) => () => words;
/** {{convert|5|km|mi}}, {{convert|5|to|8|km}}: as far as it was written, "5 km". */
const converted = ([from, unit, to, ofBoth]) => RANGES.has(unit ?? '')
    ? `${from} ${unit === '-' ? '–' : unit} ${to} ${ofBoth ?? ''}`.trim()
    : `${from} ${unit ?? ''}`.trim();
const RANGES = new Set(['to', 'and', 'or', '-', '–', 'by', 'x']);
const RULES = new Map([
    ...named(first, 'nowrap nobr nobold small smaller big abbr tooltip nihongo noitalic vanchor visible_anchor sic not_a_typo em strong quote blockquote cquote gaps val formatnum: tq ill interlanguage_link var'),
    ...named(second, 'lang langx wiktlang font color colour'),
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
function named(rule, names) {
    return names.split(' ').map((name) => [name.replaceAll('_', ' '), rule]);
}
