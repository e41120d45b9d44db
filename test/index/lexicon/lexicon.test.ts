import { describe, expect, test } from 'vitest';
import { headOf, isName } from '../../../src/index/lexicon/lexicon.ts';
import { romanisedOf, skeletonOf, soundOf } from '../../../src/index/lexicon/sounds.ts';
import { lexiconOf } from '../../articles.ts';
import { world } from '../synced-world.ts';

/** The archive of these sentences holds these names, in the spelling it uses most. */
async function check(texts: readonly string[], names: readonly string[]): Promise<void> {
  const lexicon = await lexiconOf(...texts);
  const keys = lexicon.namesFrom('', 100);
  expect(keys.map((key) => headOf(lexicon.name(key)!.spellings)).sort()).toEqual([...names].sort());
  expect(lexicon.names).toBe(names.length);
}

describe('what is a name', () => {
  test('a capital where no rule asks for one is a name', () => check(['They entered Idlib.'], ['Idlib']));

  test('a word that only opens sentences is no name', () =>
    check(['Troops left. Troops came. Troops stayed.'], []));

  test('other places vote for a word that opens a sentence', async () => {
    await check(['Aleppo fell.', 'They left Aleppo.'], ['Aleppo']);
    await check(['Militants fled.', 'They met militants.', 'They met militants.'], []);
  });

  test('a word that is written small more often is no name', () =>
    check(['The Army came.', 'the army came, the army left'], []));

  test('a name of several words needs no vote', () => check(['They met Bashar Assad.'], ['Bashar Assad']));

  test('with its article or without it, a name is one', async () => {
    const lexicon = await lexiconOf('They entered al-Dana.', 'They left Dana.');
    expect(lexicon.namesFrom('', 100)).toEqual(['dana']);
    expect(lexicon.name('dana')).toMatchObject({ key: 'dana', sentences: 2 });
  });

  test('what turns out to be none is found in no way', async () => {
    const lexicon = await lexiconOf('They saw Parties.', 'They saw parties there, and parties here.');
    expect(lexicon.term('parti')).toMatchObject({ capitals: 1, lowers: 2 });
    expect(lexicon.name('parti')).toBeUndefined();
    expect(lexicon.namesFrom('part', 10)).toEqual([]);
    expect(lexicon.namesBy('word', 'parties')).toEqual([]);
    expect(lexicon.wordsFrom('p')).toEqual([]);
    expect(lexicon.termsBy('romanised', romanisedOf('parties'))).toEqual([]);
  });

  test('a compound of an article and a name is a name', async () => {
    const lexicon = await lexiconOf('They entered al-Dana after a de-escalation.');
    expect(isName(lexicon.term('aldana'))).toBe(true);
    expect(isName(lexicon.term('deescal'))).toBe(false);
  });
});

describe('what is known of it', () => {
  test('a sentence counts once for a word that stands in it twice', async () => {
    const lexicon = await lexiconOf('They left Homs for Homs. Nobody left Homs.');
    expect(lexicon.term('hom')).toMatchObject({ term: 'hom', sentences: 2, capitals: 3, lowers: 0 });
  });

  test('spellings are kept as they are written', async () => {
    const lexicon = await lexiconOf('in Ma’asaran', "in Ma'asaran", 'in Ma’asaran');
    const spellings = [
      ['Ma’asaran', 2],
      ["Ma'asaran", 1],
    ];
    expect([...lexicon.term('maasaran')!.spellings]).toEqual(spellings);
    expect([...lexicon.name('maasaran')!.spellings]).toEqual(spellings);
  });

  test('places of a name vote for its type', async () => {
    const lexicon = await lexiconOf('They lived in Zorgan.', 'They lived in Zorgan.', 'But Hussein said so.');
    const { place, person } = lexicon.name('zorgan')!.contexts;
    expect(place).toBeGreaterThan(1);
    expect(person).toBe(0);
    expect(lexicon.name('hussein')!.contexts.person).toBeGreaterThan(0);
  });

  test('abbreviations are known both ways', async () => {
    const lexicon = await lexiconOf('of the Syrian Democratic Forces (SDF)');
    expect(lexicon.longForm('sdf')).toBe('Syrian Democratic Forces');
    expect(lexicon.shortForm('syrian democrat forc')).toBe('sdf');
    expect(lexicon.longForm('syrian democrat forc')).toBeUndefined();
    expect(lexicon.shortForm('sdf')).toBeUndefined();
  });

  test('of two long forms the commoner counts', async () => {
    const rarer = 'by the Free Syrian Army (FSA)';
    const commoner = 'by the Food Standards Agency (FSA)';
    const lexicon = await lexiconOf(rarer, commoner, commoner);
    expect(lexicon.longForm('fsa')).toBe('Food Standards Agency');
    expect(lexicon.shortForm('food standard agenc')).toBe('fsa');
    expect(lexicon.shortForm('free syrian armi')).toBeUndefined();
  });

  test('of two abbreviations of one name the first counts', async () => {
    const lexicon = await lexiconOf('of the Syrian Arab Army (SYAA)', 'of the Syrian Arab Army (SAA)');
    expect(lexicon.shortForm('syrian arab armi')).toBe('saa');
    expect(lexicon.longForm('syaa')).toBe('Syrian Arab Army');
  });
});

describe('what is looked up', () => {
  test('terms by how they sound and how they are romanised, where they stand for names', async () => {
    const lexicon = await lexiconOf(
      'They left Latakiya.',
      'They left Latakia.',
      'They left Lattakya. They cut it.',
    );
    const terms = ['latakia', 'latakiya', 'lattakya'];
    expect(lexicon.termsBy('skeleton', skeletonOf('larakia'))).toEqual([]);
    expect(lexicon.termsBy('skeleton', skeletonOf('latakiyah'))).toEqual(terms);
    expect(lexicon.termsBy('romanised', romanisedOf('latakiya'))).toEqual(terms);
    expect(lexicon.termsBy('skeleton', skeletonOf('cut'))).toEqual([]);
  });

  test.each([
    ['core', 'assad', ['presid assad']],
    ['family', 'assad', ['bashar assad', 'rifaat assad']],
    ['squeezed', romanisedOf('basharassad'), ['bashar assad']],
    ['word', 'assad', ['bashar assad', 'presid assad', 'rifaat assad']],
    ['word', 'president', ['presid assad']],
    ['word', 'presid', []],
    ['family', 'bashar', []],
    ['squeezed', 'assad', []],
  ] as const)('names by %s “%s”', async (lookup, value, keys) => {
    const texts = ['They met Rifaat Assad.', 'They met Bashar Assad.', 'They met President Assad.'];
    expect((await lexiconOf(...texts)).namesBy(lookup, value)).toEqual(keys);
  });

  test('names that sound alike by what they share', async () => {
    const lexicon = await lexiconOf(
      'They left Latakia.',
      'They left Latakiya.',
      'They left Mali.',
      'They left Male.',
    );
    expect(lexicon.namesBy('sound', soundOf('latakia'))).toEqual(['latakia', 'latakiya']);
    expect(lexicon.namesBy('sound', '= mali')).toEqual(['mali']);
    expect(lexicon.namesBy('sound', 'mali')).toEqual([]);
  });

  test('all terms of a letter, in order, as they are mostly written', async () => {
    const lexicon = await lexiconOf(
      'Cities and ceasefires, a co-operation.',
      'the City of Dana',
      'of the CITY',
      'a city',
    );
    expect(lexicon.formsFrom('c')).toEqual([
      { term: 'ceasefir', form: 'ceasefires' },
      { term: 'citi', form: 'city' },
      { term: 'co', form: 'co' },
      { term: 'cooper', form: 'cooperation' },
    ]);
    expect(lexicon.formsFrom('x')).toEqual([]);
  });

  test('a letter is whatever a word begins with', async () => {
    const lexicon = await lexiconOf('They left Čapek, Ёлкин and 𐐀𐐁 in 2018.');
    expect(lexicon.formsFrom('2')).toEqual([{ term: '2018', form: '2018' }]);
    expect(lexicon.wordsFrom('c')).toEqual(['capek']);
    expect(lexicon.wordsFrom('е')).toEqual(['елкин']);
    expect(lexicon.wordsFrom('𐐨')).toEqual(['𐐨𐐩']);
    expect(lexicon.formsFrom('𐐨')).toEqual([{ term: '𐐨𐐩', form: '𐐨𐐩' }]);
    expect(lexicon.namesFrom('𐐨', 10)).toEqual(['𐐨𐐩']);
  });

  test('the words of names of a letter, in order, each once', async () => {
    const lexicon = await lexiconOf(
      'They met Bashar Assad, Asma Assad and Ali in al-Atarib, all of them armed.',
    );
    expect(lexicon.wordsFrom('a')).toEqual(['ali', 'asma', 'assad', 'atarib']);
    expect(lexicon.wordsFrom('z')).toEqual([]);
  });
});

describe('names for what was typed so far', () => {
  const TEXTS = [
    'They left Hama. They came to Hama. They saw Hama.',
    'They met Hamad. They told Hamad.',
    'They left Tell Hamis. They left Tell Hamis.',
    'They met Adam.',
  ];

  test.each([
    ['', 10, ['hama', 'hamad', 'tell hami', 'adam']],
    ['', 2, ['hama', 'hamad']],
    ['ham', 10, ['hama', 'hamad', 'tell hami']],
    ['ham', 1, ['hama']],
    ['hama', 10, ['hama', 'hamad']],
    ['hamad', 10, ['hamad']],
    ['hamis', 10, ['tell hami']],
    ['t', 10, ['tell hami']],
    ['am', 10, []],
    ['hamada', 10, []],
    ['', 0, []],
    ['ham', 0, []],
    ['h_m', 10, []],
    ['%', 10, []],
  ] as const)('“%s”, at most %i: most mentioned first', async (typed, most, keys) => {
    expect((await lexiconOf(...TEXTS)).namesFrom(typed, most)).toEqual(keys);
  });

  test('those mentioned as often by their keys, each once', async () => {
    const lexicon = await lexiconOf('They left Tell Tamer, Tabqa and Taftanaz.');
    expect(lexicon.namesFrom('t', 10)).toEqual(['tabqa', 'taftanaz', 'tell tamer']);
  });
});

test('an archive without articles knows nothing', async () => {
  const lexicon = await lexiconOf();
  expect(lexicon.names).toBe(0);
  expect(lexicon.namesFrom('', 100)).toEqual([]);
  expect(lexicon.namesFrom('h', 100)).toEqual([]);
  expect(lexicon.term('hom')).toBeUndefined();
  expect(lexicon.name('hom')).toBeUndefined();
  expect(lexicon.longForm('sdf')).toBeUndefined();
  expect(lexicon.shortForm('syrian democrat forc')).toBeUndefined();
  expect(lexicon.formsFrom('h')).toEqual([]);
  expect(lexicon.wordsFrom('h')).toEqual([]);
  expect(lexicon.termsBy('skeleton', 'hms')).toEqual([]);
  expect(lexicon.namesBy('word', 'homs')).toEqual([]);
});

test('on disk as in memory', async () => {
  const texts = ['They entered al-Dana.', 'They left Dana for Hayat Tahrir al-Sham (HTS).'];
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));
  const { index } = await world({ files });
  const memory = await lexiconOf(...texts);
  await index.use(async ({ lexicon }) => {
    expect(lexicon.names).toBe(memory.names);
    const keys = lexicon.namesFrom('', 100);
    expect(keys).toEqual(memory.namesFrom('', 100));
    expect(keys.map(lexicon.name)).toEqual(keys.map(memory.name));
    expect(lexicon.longForm('ht')).toBe('Hayat Tahrir al-Sham');
    expect(lexicon.formsFrom('d')).toEqual(memory.formsFrom('d'));
  });
});
