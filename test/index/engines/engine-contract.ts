import { expect, test } from 'vitest';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Engine } from '../../../src/index/engines/engine.ts';
import type { ArticleFilter } from '../../../src/index/index.ts';
import type { Article, Document } from '../../../src/model/article.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { articleOf } from '../../articles.ts';
import type { Accepts } from './source.ts';

/** What every engine owes; `open` opens one over these documents, where filters pass the articles that `accepts` says. */
export function engineContract(
  name: string,
  open: (documents: readonly Document[], accepts: Accepts) => Engine,
): void {
  /** An engine over these articles, and what it says of a text: the sentences, best first. */
  function over(...articles: (string | Article)[]) {
    const documents = numberedDocuments(
      articles.map((article, place) => (typeof article === 'string' ? articleOf(article, place) : article)),
    );
    const engine = open(documents, (filter) => filter && ((number) => accepted.get(filter)!(number)));
    const accepted = new Map<ArticleFilter, (document: number) => boolean>();
    const filterBy = (accepts?: (document: number) => boolean): { filter?: ArticleFilter } => {
      if (!accepts) return {};
      const filter = {};
      accepted.set(filter, accepts);
      return { filter };
    };
    const sentences = documents.flatMap((document) => document.sentences);
    const shown = (number: number) => {
      const { document, start, end } = sentences[number]!;
      return documents[document]!.article.text.slice(start, end);
    };
    const hits = async (text: string, limit = 10, accepts?: (document: number) => boolean) => {
      const [found] = await engine.search([{ terms: termsOf(text), limit, ...filterBy(accepts) }]);
      return found!;
    };
    return {
      engine,
      hits,
      found: async (text: string, limit = 10, accepts?: (document: number) => boolean) =>
        (await hits(text, limit, accepts)).map(({ sentence }) => shown(sentence)),
      postings: async (term: string, accepts?: (document: number) => boolean) => {
        const [list] = await engine.postings([term], filterBy(accepts).filter);
        return { sentences: [...list!.sentences], documents: [...list!.documents] };
      },
      sentence: (number: number) => sentences[number]!,
    };
  }

  const TOWN = 'Troops entered Ma’asaran.';
  const NEWS = `${TOWN} Nobody was hurt.\n\nThe capital was quiet. Shops were open.`;

  test.each(["Ma'asaran", 'Ma’asaran', 'Maʿasaran', 'Ma`asaran', 'maasaran', 'MA‘ASARAN'])(
    `${name}: %s finds the sentence`,
    async (spelling) => expect(await over(NEWS).found(spelling)).toEqual([TOWN]),
  );

  test.each(["al-Sawami'a", 'al Sawamia', 'sawami’a', 'alsawamia'])(
    `${name}: %s, with an article`,
    async (spelling) =>
      expect(await over('They took al-Sawami’a. They slept.').found(spelling)).toEqual([
        'They took al-Sawami’a.',
      ]),
  );

  test(`${name}: other forms of a word find it`, async () => {
    expect(await over(NEWS).found('entering a shop')).toEqual(['Shops were open.', TOWN]);
  });

  test(`${name}: nothing asked, nothing known or nothing added is no hit`, async () => {
    expect(await over(NEWS).found('')).toEqual([]);
    expect(await over(NEWS).found('the of')).toEqual([]);
    expect(await over(NEWS).found('zyxwvut')).toEqual([]);
    expect(await over().found('troops')).toEqual([]);
    expect(await over('').found('troops')).toEqual([]);
  });

  test(`${name}: any of the terms is enough, more of them are better`, async () => {
    expect(await over('Rain fell on Homs. Snow fell. Rain stopped.').found('rain Homs')).toEqual([
      'Rain fell on Homs.',
      'Rain stopped.',
    ]);
  });

  test(`${name}: a rare term counts more than a common one`, async () => {
    const rain = 'Rain fell here today. '.repeat(20);
    expect(await over(`${rain}Snow fell there today.`).found('rain snow', 1)).toEqual([
      'Snow fell there today.',
    ]);
  });

  test(`${name}: a short sentence counts more than a long one with the same term`, async () => {
    const [first] = await over(
      `Rain fell on the hills and on the roads and on the fields and on the towns of the north. Rain fell.`,
    ).found('rain');
    expect(first).toBe('Rain fell.');
  });

  test(`${name}: a hit says what each level holds, and its score is their sum`, async () => {
    const [hit] = await over('Troops left. Rain fell.\n\nSnow fell.', 'Nobody came.').hits('rain');
    expect(hit!.levels.sentence).toBeGreaterThan(0);
    expect(hit!.levels.paragraph).toBeGreaterThan(0);
    expect(hit!.levels.article).toBeGreaterThan(0);
    const { sentence, paragraph, article } = hit!.levels;
    expect(hit!.score).toBeCloseTo(sentence + paragraph + article);
  });

  test(`${name}: the paragraph and the article tell equal sentences apart`, async () => {
    const engine = over(
      'It rained there. Nothing else.',
      'Shells fell on Homs.\n\nIt rained there. Nothing else.',
    );
    const hits = await engine.hits('rained Homs');
    const inHoms = hits.find(({ sentence }) => engine.sentence(sentence).ordinal === 1)!;
    const elsewhere = hits.find(
      ({ sentence }) => engine.sentence(sentence).ordinal === 0 && engine.sentence(sentence).document === 0,
    )!;
    expect(inHoms.levels.article).toBeGreaterThan(elsewhere.levels.article);
    expect(inHoms.score).toBeGreaterThan(elsewhere.score);
  });

  test(`${name}: a title belongs to its article, opening words do not make one`, async () => {
    const text = 'It rained there.';
    const titled = articleOf(text, 0, { title: 'Homs', origin: { title: 'field' } });
    const untitled = articleOf(text, 1, { title: 'Homs', origin: { title: 'opening words' } });
    const engine = over(titled, untitled);
    const [first, second] = await engine.hits('rained Homs');
    expect(engine.sentence(first!.sentence).document).toBe(0);
    expect(first!.levels.article).toBeGreaterThan(second!.levels.article);
  });

  test(`${name}: best first, equals in reading order`, async () => {
    const engine = over('Rain fell.', 'Rain fell.', 'Rain fell.');
    const hits = await engine.hits('rain');
    expect(hits.map(({ sentence }) => sentence)).toEqual([0, 1, 2]);
    const mixed = await over(NEWS, 'Troops left Homs. Troops fled.').hits('troops Homs');
    const scores = mixed.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test(`${name}: no more than the limit, and those the best`, async () => {
    const engine = over(`${'Rain fell here. '.repeat(30)}Rain fell on Homs.`);
    expect(await engine.found('rain Homs', 5)).toHaveLength(5);
    expect(await engine.found('rain Homs', 1)).toEqual(['Rain fell on Homs.']);
    expect(await engine.found('rain', 0)).toEqual([]);
  });

  test(`${name}: a repeated term counts once`, async () => {
    const engine = over(NEWS);
    expect(await engine.hits('troops troops capital troops')).toEqual(await engine.hits('troops capital'));
  });

  test(`${name}: only documents that are let through, up to the limit`, async () => {
    const engine = over('Rain fell.', 'Rain fell on Homs.', 'Rain fell there.');
    expect(await engine.found('rain', 2, (document) => document > 0)).toHaveLength(2);
    expect(await engine.found('rain', 9, (document) => document === 1)).toEqual(['Rain fell on Homs.']);
    expect(await engine.found('rain', 9, () => false)).toEqual([]);
  });

  test(`${name}: a term that the index holds matches itself only`, async () => {
    expect(await over('Homs fell. Homes burnt. Homsi spoke.').found('Homs')).toEqual(['Homs fell.']);
  });

  test(`${name}: a term that no sentence holds matches close and longer ones`, async () => {
    const engine = over('They took Latakiya. They slept in Jabal. They went to Maarrat.');
    expect(await engine.found('Latakia')).toEqual(['They took Latakiya.']);
    expect(await engine.found('Maarr')).toEqual(['They went to Maarrat.']);
    expect(await engine.found('Jab')).toEqual(['They slept in Jabal.']);
  });

  test(`${name}: every sentence with a term, in reading order, and no title`, async () => {
    const titled = articleOf('Snow fell. Rain stopped.', 2, { title: 'Rain', origin: { title: 'field' } });
    const engine = over('Rain fell. Rain, rain, rain.', 'Snow fell.\n\nRainy days. No rain.', titled);
    expect(await engine.postings('rain')).toEqual({ sentences: [0, 1, 4, 6], documents: [0, 0, 1, 2] });
    const last = (document: number) => document === 2;
    expect(await engine.postings('rain', last)).toEqual({ sentences: [6], documents: [2] });
    expect(await engine.postings('rai')).toEqual({ sentences: [], documents: [] });
  });

  test(`${name}: a hit says which document its sentence is of`, async () => {
    const hits = await over('Snow fell. Rain fell.', '', 'Rain stopped. Rain came.').hits('rain');
    const places = hits.map(({ sentence, document }) => `${sentence} of ${document}`);
    expect(places.sort()).toEqual(['1 of 0', '2 of 2', '3 of 2']);
  });

  test(`${name}: several requests are answered in their order, each as if it were alone`, async () => {
    const { engine, hits } = over(NEWS, 'Rain fell on Homs.');
    const asked = ['troops', 'xyzzy', 'rain capital'];
    const requests = asked.map((text) => ({ terms: termsOf(text), limit: 5 }));
    expect(await engine.search(requests)).toEqual(await Promise.all(asked.map((text) => hits(text, 5))));
    expect(await engine.search([])).toEqual([]);
    const lists = await engine.postings(['rain', 'xyzzi', 'shop']);
    expect(lists.map(({ sentences }) => [...sentences])).toEqual([[4], [], [3]]);
  });

  test(`${name}: terms that look like something else are terms`, async () => {
    const engine = over('The constructor failed. The prototype flew. It has toString inside.');
    expect(await engine.found('constructor')).toEqual(['The constructor failed.']);
    expect(await engine.found('valueOf')).toEqual([]);
  });
}
