import { expect, test } from 'vitest';
import { quotedArticles } from '../../src/index/quoted-articles.ts';
import { randomOf } from '../../tools/bench/random.ts';
import { articleOf, indexOf } from '../articles.ts';

/** Words that meet each other by chance: scripts, marks, apostrophes, function words, long ones, and such without blanks. */
const WORDS =
  `Homs Ma’asaran l’Alhambra jusqu’alors don’t U.S. US us 1,234.5 62% cease-fire de-escalation al-Dana the of The Über Straße İdil
  Владимир москва дамаск сказал القاهرة بدمشق السلام ירושלים 日本語です 東京 ไทย naïve café e\u0301te\u0301 co\u00adoperate zero\u200bwidth price
  prices pricing Sept. 7 September seven went going “quoted” (bracketed) end.Next a,b,c Assad’s Assad 1990's ${'long'.repeat(30)}`.split(
    /\s+/,
  );
const MARKS = [' ', ' ', ' ', ' ', ' ', '. ', ', ', '\n\n', ' – ', '\u00a0'];
const LANGUAGES = [undefined, 'de', 'fr', 'ru', 'ar', 'ja'];

/** Many articles of few words each. */
function newsOf(random: () => number) {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: 80 }, (_, place) => {
    const text = Array.from({ length: 12 }, () => any(WORDS) + any(MARKS)).join('');
    const language = any(LANGUAGES);
    return articleOf(`${text}rare${place}.`, place, { id: `a${place}`, ...(language && { language }) });
  });
}

test('exact words are found in the articles that hold them, wherever in a word they begin and end', async () => {
  const random = randomOf(7);
  const news = newsOf(random);
  const index = await indexOf(news);
  const mayHold = quotedArticles(index);
  let narrowed = 0;
  for (let times = 0; times < 1_500; times++) {
    const { text } = news[Math.floor(random() * news.length)]!;
    const start = Math.floor(random() * text.length);
    const cut = text.slice(start, start + 1 + Math.floor(random() * 30));
    const words = times % 5 === 0 ? cut.toUpperCase() : times % 7 === 0 ? `${cut}x` : cut;
    const found: string[] = [];
    for await (const { article } of index.containing(words)) found.push(article.id);
    const holding = news.filter((article) => article.text.includes(words)).map(({ id }) => id);
    expect(found.sort(), JSON.stringify(words)).toEqual(holding.sort());
    if ((await mayHold(words)) !== undefined) narrowed += 1;
  }
  // Else all of this would only have compared reading everything with itself.
  expect(narrowed).toBeGreaterThan(200);
});

test('of words that few articles hold, those few are read, and none of words that no article has', async () => {
  const news = Array.from({ length: 40 }, (_, i) =>
    articleOf(`Troops entered town${i} on Monday. It was said of the town.`, i, { id: `a${i}` }),
  );
  const index = await indexOf(news);
  const mayHold = quotedArticles(index);
  const read = async (words: string) => {
    const numbers = await mayHold(words);
    return numbers && (await index.documents([...numbers])).map(({ article }) => article.id);
  };
  expect(await read('entered town17 on')).toEqual(['a17']);
  expect(await read('tered town17 o')).toEqual(['a17']);
  expect(await read('zyzzyva')).toEqual([]);
  // Function words stand in no lexicon, and "entered" in all of them.
  expect(await read('It was')).toBeUndefined();
  expect(await read('Troops entered')).toBeUndefined();
});
