import { expect, test } from 'vitest';
import { collect } from '../../../src/index/documents/document.ts';
import type { Engine } from '../../../src/index/engines/engine.ts';
import type { Article } from '../../../src/model/model.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { articleOf } from '../../articles.ts';

/** What every engine owes; `make` opens an empty one. */
export function engineContract(name: string, make: () => Engine): void {
  /** An engine over these articles, and what it says of a text: the sentences, best first. */
  function over(...articles: (string | Article)[]) {
    const collection = collect(
      articles.map((article, place) => (typeof article === 'string' ? articleOf(article, place) : article)),
    );
    const engine = make();
    const { documents } = collection;
    for (const document of documents) engine.add(document);
    const shown = (number: number) => {
      const { document, start, end } = collection.sentence(number);
      return documents[document]!.article.text.slice(start, end);
    };
    return {
      hits: (text: string, limit = 10, accepts?: (document: number) => boolean) =>
        engine.search(termsOf(text), limit, accepts),
      found: (text: string, limit = 10, accepts?: (document: number) => boolean) =>
        engine.search(termsOf(text), limit, accepts).map(({ sentence }) => shown(sentence)),
      holding: (term: string, accepts?: (document: number) => boolean) => [...engine.holding(term, accepts)],
      sentence: collection.sentence,
    };
  }

  const TOWN = 'Troops entered Ma’asaran.';
  const NEWS = `${TOWN} Nobody was hurt.\n\nThe capital was quiet. Shops were open.`;

  test.each(["Ma'asaran", 'Ma’asaran', 'Maʿasaran', 'Ma`asaran', 'maasaran', 'MA‘ASARAN'])(
    `${name}: %s finds the sentence`,
    (spelling) => expect(over(NEWS).found(spelling)).toEqual([TOWN]),
  );

  test.each(["al-Sawami'a", 'al Sawamia', 'sawami’a', 'alsawamia'])(
    `${name}: %s, with an article`,
    (spelling) =>
      expect(over('They took al-Sawami’a. They slept.').found(spelling)).toEqual(['They took al-Sawami’a.']),
  );

  test(`${name}: other forms of a word find it`, () => {
    expect(over(NEWS).found('entering a shop')).toEqual(['Shops were open.', TOWN]);
  });

  test(`${name}: nothing asked, nothing known or nothing added is no hit`, () => {
    expect(over(NEWS).found('')).toEqual([]);
    expect(over(NEWS).found('the of')).toEqual([]);
    expect(over(NEWS).found('zyxwvut')).toEqual([]);
    expect(over().found('troops')).toEqual([]);
    expect(over('').found('troops')).toEqual([]);
  });

  test(`${name}: any of the terms is enough, more of them are better`, () => {
    expect(over('Rain fell on Homs. Snow fell. Rain stopped.').found('rain Homs')).toEqual([
      'Rain fell on Homs.',
      'Rain stopped.',
    ]);
  });

  test(`${name}: a sentence with one of four terms has half of what the same term alone gives it`, () => {
    const engine = over('Rain fell on Homs.', 'Snow melted near Hama. Troops slept there.');
    const ofRain = (text: string) =>
      engine.hits(text).find(({ sentence }) => sentence === 0)!.levels.sentence;
    expect(ofRain('rain snow troops slept') / ofRain('rain')).toBeCloseTo(0.5, 2);
  });

  test(`${name}: a word that the archive lacks is found by its beginning, from three letters on`, () => {
    expect(over('They saw Zorgan.').found('zor')).toEqual(['They saw Zorgan.']);
    expect(over('They saw Zorgan.').found('zo')).toEqual([]);
  });

  test(`${name}: a rare term counts more than a common one`, () => {
    const rain = 'Rain fell here today. '.repeat(20);
    expect(over(`${rain}Snow fell there today.`).found('rain snow', 1)).toEqual(['Snow fell there today.']);
  });

  test(`${name}: a short sentence counts more than a long one with the same term`, () => {
    const [first] = over(
      `Rain fell on the hills and on the roads and on the fields and on the towns of the north. Rain fell.`,
    ).found('rain');
    expect(first).toBe('Rain fell.');
  });

  test(`${name}: a hit says what each level holds, and its score is their sum`, () => {
    const [hit] = over('Troops left. Rain fell.\n\nSnow fell.', 'Nobody came.').hits('rain');
    expect(hit!.levels.sentence).toBeGreaterThan(0);
    expect(hit!.levels.paragraph).toBeGreaterThan(0);
    expect(hit!.levels.article).toBeGreaterThan(0);
    const { sentence, paragraph, article } = hit!.levels;
    expect(hit!.score).toBeCloseTo(sentence + paragraph + article);
  });

  test(`${name}: the paragraph and the article tell equal sentences apart`, () => {
    const engine = over(
      'It rained there. Nothing else.',
      'Shells fell on Homs.\n\nIt rained there. Nothing else.',
    );
    const [first] = engine.hits('rained Homs', 2).filter(({ levels }) => levels.sentence > 0);
    const hits = engine.hits('rained Homs');
    const inHoms = hits.find(({ sentence }) => engine.sentence(sentence).ordinal === 1)!;
    const elsewhere = hits.find(
      ({ sentence }) => engine.sentence(sentence).ordinal === 0 && engine.sentence(sentence).document === 0,
    )!;
    expect(first).toBeDefined();
    expect(inHoms.levels.article).toBeGreaterThan(elsewhere.levels.article);
    expect(inHoms.score).toBeGreaterThan(elsewhere.score);
  });

  test(`${name}: a title belongs to its article, opening words do not make one`, () => {
    const text = 'It rained there.';
    const titled = articleOf(text, 0, { title: 'Homs', origin: { title: 'field' } });
    const untitled = articleOf(text, 1, { title: 'Homs', origin: { title: 'opening words' } });
    const engine = over(titled, untitled);
    const [first, second] = engine.hits('rained Homs');
    expect(engine.sentence(first!.sentence).document).toBe(0);
    expect(first!.levels.article).toBeGreaterThan(second!.levels.article);
  });

  test(`${name}: best first, equals in reading order`, () => {
    const engine = over('Rain fell.', 'Rain fell.', 'Rain fell.');
    const hits = engine.hits('rain');
    expect(hits.map(({ sentence }) => sentence)).toEqual([0, 1, 2]);
    const scores = over(NEWS, 'Troops left Homs. Troops fled.')
      .hits('troops Homs')
      .map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test(`${name}: no more than the limit, and those the best`, () => {
    const engine = over(`${'Rain fell here. '.repeat(30)}Rain fell on Homs.`);
    expect(engine.found('rain Homs', 5)).toHaveLength(5);
    expect(engine.found('rain Homs', 1)).toEqual(['Rain fell on Homs.']);
    expect(engine.found('rain', 0)).toEqual([]);
  });

  test(`${name}: a repeated term counts once`, () => {
    const engine = over(NEWS);
    expect(engine.hits('troops troops capital troops')).toEqual(engine.hits('troops capital'));
  });

  test(`${name}: only documents that are let through, up to the limit`, () => {
    const engine = over('Rain fell.', 'Rain fell on Homs.', 'Rain fell there.');
    expect(engine.found('rain', 2, (document) => document > 0)).toHaveLength(2);
    expect(engine.found('rain', 9, (document) => document === 1)).toEqual(['Rain fell on Homs.']);
    expect(engine.found('rain', 9, () => false)).toEqual([]);
  });

  test(`${name}: a term that the index holds matches itself only`, () => {
    expect(over('Homs fell. Homes burnt. Homsi spoke.').found('Homs')).toEqual(['Homs fell.']);
  });

  test(`${name}: a term that no sentence holds matches close and longer ones`, () => {
    const engine = over('They took Latakiya. They slept in Jabal. They went to Maarrat.');
    expect(engine.found('Latakia')).toEqual(['They took Latakiya.']);
    expect(engine.found('Maarr')).toEqual(['They went to Maarrat.']);
    expect(engine.found('Jab')).toEqual(['They slept in Jabal.']);
  });

  test(`${name}: every sentence with a term, in reading order, and no title`, () => {
    const titled = articleOf('Snow fell. Rain stopped.', 2, { title: 'Rain', origin: { title: 'field' } });
    const engine = over('Rain fell. Rain, rain, rain.', 'Snow fell.\n\nRainy days. No rain.', titled);
    expect(engine.holding('rain')).toEqual([0, 1, 4, 6]);
    expect(engine.holding('rain', (document) => document === 2)).toEqual([6]);
    expect(engine.holding('rai')).toEqual([]);
  });

  test(`${name}: terms that look like something else are terms`, () => {
    const engine = over('The constructor failed. The prototype flew. It has toString inside.');
    expect(engine.found('constructor')).toEqual(['The constructor failed.']);
    expect(engine.found('valueOf')).toEqual([]);
  });
}
