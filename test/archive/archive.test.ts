import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildArchive, openArchive } from '../../src/archive/open-archive.ts';
import { markOf } from '../../src/index/documents/metadata.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import type { ArticleSummary } from '../../src/model/status.ts';
import { packageRoot } from '../../src/package.ts';
import { articleOf } from '../articles.ts';

const archive = await openArchive({ corpus: join(packageRoot(), 'corpus', 'idlib-offensive.txt') });

/** Asked of the archive that ships, the sentence that holds these words comes first. */
async function check(kind: QuestionKind, question: string, words: string): Promise<void> {
  const { status, citations, confidence } = await archive.ask(kind, question);
  expect(status).toBe('found');
  expect(citations[0]!.quote).toContain(words);
  expect(confidence).toBeGreaterThan(0.5);
}

test.each(["Ma'asaran", 'Ma’asaran', 'Maʿasaran', 'maasaran', 'Massaran'])('where %s', async (spelling) => {
  await check('where', spelling, 'liberated strategic Ma’asaran town');
  await check('ask', `Where is ${spelling}?`, 'liberated strategic Ma’asaran town');
});

test.each(["al-Sawami'a", 'al Sawamia', "sawami'a", 'alsawamia'])('where %s', (spelling) =>
  check('where', spelling, 'key village of al-Sawami’a'),
);

test('who SANA', () => check('who', 'SANA', 'official news agency SANA'));

test.each(['HTS', 'Hayat Tahrir al-Sham', 'Hayat Tahrir Al Sham'])('who %s', (name) =>
  check('who', name, 'Hayat Tahrir al-Sham (HTS)'),
);

test('when "heavy arms"', () => check('when', 'heavy arms', 'pull out heavy arms by October 17 2018'));

test.each(['Who brokered the ceasefire?', 'who brokered the cease fire', 'WHO BROKERED THE CEASE-FIRE?'])(
  '%s',
  (question) => check('ask', question, 'a ceasefire brokered by Russia and Turkey'),
);

test('other questions that a reader asks', async () => {
  await check('ask', 'When did the Syrian army declare the start of the offensive?', 'On August 5 last year');
  await check('ask', 'Who was preventing civilians from leaving?', 'militants were preventing civilians');
  await check('where', 'Latakia', 'Latakiya');
  await check('where', "Ma'ar Shurin", 'Ma’ar Shourin');
  await check('where', 'Maarshurin', 'Ma’ar Shourin');
});

test.each([
  ['who', 'Emmanuel Macron'],
  ['where', 'Paris'],
  ['ask', 'What is the boiling point of tungsten in Kelvin?'],
  ['who', '???'],
] as const)('%s %s is not found', async (kind, question) => {
  expect(await archive.ask(kind, question)).toMatchObject({ status: 'not-found', citations: [] });
});

test('an answer says how a name was read', async () => {
  const readings = async (text: string) => (await archive.ask('where', text)).question.names;
  expect(await readings('Massaran')).toEqual([{ typed: 'Massaran', match: 'close', readAs: ['Ma’asaran'] }]);
  expect(await readings('Ma’asaran')).toEqual([{ typed: 'Ma’asaran', match: 'exact', readAs: [] }]);
});

test('a question of ten thousand characters is answered from its beginning', async () => {
  await check('ask', `Who brokered the ceasefire? ${' \n'.repeat(5_000)}`, 'a ceasefire brokered');
});

test('the list for measuring is there where the answer is refused', async () => {
  const { answer, ranked } = await archive.examine(
    'ask',
    'What is the boiling point of tungsten in Kelvin?',
    10,
  );
  expect(answer.status).toBe('not-found');
  expect(ranked.length).toBeGreaterThan(0);
});

describe('articles', async () => {
  const articles = [
    { text: 'Troops left Homs.', published: '2020-01-01' },
    { text: 'It rained in Hama.', published: '2020-03-01', title: 'Rain' },
    { text: 'Troops entered Homs. It rained.', published: '2020-02-01', title: 'Rain' },
    { text: 'Nobody saw Homs.' },
  ].map(({ text, ...more }, place) => articleOf(text, place, more));
  const several = await buildArchive(articles);
  const idsOf = (list: readonly ArticleSummary[]) => list.map(({ article }) => article.id).join(' ');

  test.each([
    [undefined, 0, 10, 'b c a d', 4],
    [undefined, 1, 2, 'c a', 4],
    [undefined, 4, 2, '', 4],
    [undefined, 0, 0, '', 4],
    ['Homs', 0, 10, 'c a d', 3],
    ['Homs', 1, 1, 'a', 3],
    ['Homs', 3, 1, '', 3],
    ['Paris', 0, 10, '', 0],
  ])(
    'about %s, from %i on, %i at most: newest first, and how many there are',
    async (about, from, most, ids, total) => {
      const page = await several.articles(about, { from, most });
      expect([idsOf(page.articles), page.total]).toEqual([ids, total]);
    },
  );

  test('come with their sentences, all of them where nobody says how many', async () => {
    const { articles } = await several.articles();
    expect(articles.map(({ article, sentences }) => `${article.id} ${sentences}`)).toEqual([
      'b 1',
      'c 2',
      'a 1',
      'd 1',
    ]);
  });

  test('are found by their titles and ids, by their id, by their title, and by what a button remembers', async () => {
    expect(idsOf(await several.articlesLike('rain', 10))).toBe('b c');
    expect(idsOf(await several.articlesLike('RAIN', 1))).toBe('b');
    expect(await several.article('c')).toMatchObject({
      article: { id: 'c' },
      opening: 'Troops entered Homs.',
    });
    expect((await several.article('Rain'))?.article.id).toBe('b');
    expect(await several.article('Snow')).toBeUndefined();
    for (const { id } of articles) expect(await several.idByMark(markOf(id))).toBe(id);
    expect(await several.idByMark(markOf('e'))).toBeUndefined();
  });

  test('are counted, with their days', async () => {
    const { articles, sentences, from, to, undated } = await several.status();
    expect({ articles, sentences, from, to, undated }).toEqual({
      articles: 4,
      sentences: 5,
      from: '2020-01-01',
      to: '2020-03-01',
      undated: 1,
    });
  });
});

test('sentences that hold many other words for what was asked don’t push out the one that says it in its own', async () => {
  const paragraphs = (count: number, sentence: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => sentence(i)).join('\n\n');
  const articles = [
    paragraphs(80, (i) => `The dead of Tarmila perished, casualties of a toll that took lives in year ${i}.`),
    paragraphs(80, (i) => `People of Vellin were killed in year ${i} of the reign.`),
    'On Monday nine people were killed by the flood in the old town of Tarmila.',
  ];
  const archive = await buildArchive(articles.map((text, place) => articleOf(text, place)));
  const { citations } = await archive.ask('ask', 'How many people were killed in Tarmila?');
  expect(citations[0]?.quote).toContain('nine people were killed');
});
