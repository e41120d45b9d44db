import { QUESTION_KINDS } from '../model/query.js';
import { isArchiveError } from './archive-error.js';
import { askArchive } from './commands/question-command.js';
import { en } from './messages/en.js';
/** Names that are asked about before anybody does. */
const NAMES = 25;
/** How long that may take, in ms. */
const WARM_UP_MS = 2_000;
/**
 * Asks what people will ask first. The first questions of a process take several times as long as later ones: nothing
 * is compiled yet, and no sentence of the most mentioned names is analysed. Where the archive can't answer just now,
 * it is left to warm up as it is asked.
 */
export async function warmUp(archive) {
    try {
        await askAboutNames(archive);
    }
    catch (error) {
        if (!isArchiveError(error))
            throw error;
    }
}
async function askAboutNames(archive) {
    const began = performance.now();
    const context = { archive, messages: en };
    const names = await archive.suggest('', NAMES);
    for (const [i, { name }] of names.entries()) {
        if (performance.now() - began > WARM_UP_MS)
            return;
        const kind = QUESTION_KINDS[i % QUESTION_KINDS.length];
        await askArchive({ kind, text: name, filter: {} }, context, { ephemeral: false, userId: '0' });
        await archive.suggest(name.slice(0, 4), NAMES);
    }
}
