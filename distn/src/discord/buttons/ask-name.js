import { QUESTION_KINDS } from '../../model/query.js';
import { askArchive } from '../commands/question-command.js';
import { notice } from '../render/reply.js';
import { inPlace, isForeign } from './in-place.js';
/** One of the nearest names: asked in place of what wasn't found, by the one who asked; for others, beside it. */
export const askName = {
    opensMessage: isForeign,
    async press(interaction, [kind = '', text = ''], context) {
        if (!isKind(kind) || text === '')
            return { effect: 'answer', reply: notice(context.messages.errors.expired) };
        const userId = interaction.user.id;
        return inPlace(interaction, (ephemeral) => askArchive({ kind, text, filter: {} }, context, { ephemeral, userId }));
    },
};
function isKind(kind) {
    return QUESTION_KINDS.includes(kind);
}
