import { expect } from 'vitest';
import { connect } from '../../src/index/database/connection.ts';
import type { IndexSnapshot } from '../../src/index/index.ts';
import { openSnapshot } from '../../src/index/snapshot.ts';
import type { Article } from '../../src/model/article.ts';
import { indexOf } from '../articles.ts';

/**
 * Expects that an index on disk finds and knows what one in memory does that was built of the same articles; for articles
 * `Round 17 of article 4. It goes on.` Returns how many there are.
 */
export async function expectIndexed(location: string): Promise<number> {
  const connection = await connect(location);
  const { snapshot } = openSnapshot(connection, { location, problems: [], engine: 'segments' });
  const articles: Article[] = [];
  for await (const { article } of snapshot.containing('')) articles.push(article);
  for (const engine of ['minisearch', 'segments']) {
    const memory = await indexOf(articles, { engine });
    expect(await foundIn(snapshot)).toEqual(await foundIn(memory));
    for (const term of ['round', 'goe', '17', 'line'])
      expect(snapshot.lexicon.term(term)).toEqual(memory.lexicon.term(term));
  }
  connection.exec('ROLLBACK');
  connection.close();
  return articles.length;
}

async function foundIn(index: IndexSnapshot): Promise<string[]> {
  const terms = ['round', 'goe', '17'];
  const [hits] = await index.search([{ terms, limit: Number.POSITIVE_INFINITY }]);
  const documents = await index.documents(hits!.map(({ document }) => document));
  return hits!
    .map(({ sentence, score }, i) => {
      const { article, sentences } = documents[i]!;
      const { start } = sentences.find(({ number }) => number === sentence)!;
      return `${article.id} ${start} ${score.toFixed(6)}`;
    })
    .sort();
}
