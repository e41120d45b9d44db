import { withoutExtension } from '../../metadata/new-article.js';
import { readWhole } from '../read-small.js';
import { mailItems, parseMail } from './mail.js';
/** Reads an `.eml` file, one message, as one article. */
export async function* read(file) {
    const bytes = await readWhole(file);
    const email = 'reason' in bytes ? bytes : await parseMail(bytes);
    if ('reason' in email)
        yield { flaw: email };
    else
        yield* mailItems(email, { id: withoutExtension(file.path), path: file.path, encoding: 'utf-8' });
}
