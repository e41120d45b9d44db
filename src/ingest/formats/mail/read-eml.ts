import { withoutExtension } from '../../metadata/new-article.ts';
import { readWhole } from '../read-small.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { mailItems, parseMail } from './mail.ts';

/** Reads an `.eml` file, one message, as one article. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const bytes = await readWhole(file);
  const email = 'reason' in bytes ? bytes : await parseMail(bytes);
  if ('reason' in email) yield { flaw: email };
  else yield* mailItems(email, { id: withoutExtension(file.path), path: file.path, encoding: 'utf-8' });
}
