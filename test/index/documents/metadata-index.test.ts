import { connect, IN_MEMORY } from '../../../src/index/database/connection.ts';
import { ARTICLE_TABLES, articleTable } from '../../../src/index/documents/document-table.ts';
import { storedRegister } from '../../../src/index/documents/metadata-index.ts';
import { registerContract } from './register-contract.ts';

registerContract('of a store', async (articles) => {
  const connection = await connect(IN_MEMORY);
  connection.exec(`CREATE TABLE files (id INTEGER PRIMARY KEY, path BLOB NOT NULL); ${ARTICLE_TABLES}`);
  const table = articleTable(connection);
  table.begin();
  articles.forEach((article, i) => {
    const path = `${String(i).padStart(4, '0')} ${article.path}`;
    connection.run('INSERT INTO files VALUES (?,?)', i + 1, Buffer.from(JSON.stringify(path)));
    table.write(undefined, article, { file: i + 1, place: 0, line: undefined });
  });
  table.settle();
  return storedRegister(connection);
});
