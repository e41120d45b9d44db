import { withoutExtension } from '../../metadata/new-article.ts';
import { readWhole } from '../read-small.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { mailItems, parseMail } from './mail.ts';

/** Reads an `.eml` file, one message, as one article. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const bytes = await readWhole(file);
  const mail = 'reason' in bytes ? bytes : await parseMail(bytes);
  if ('reason' in mail) yield { flaw: mail };
  else yield* mailItems(mail, { id: withoutExtension(file.path), path: file.path, encoding: 'utf-8' });
}
