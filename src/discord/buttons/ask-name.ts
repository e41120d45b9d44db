import { QUESTION_KINDS, type QuestionKind } from '../../model/query.ts';
import { askArchive } from '../commands/question-command.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';

/** One of the nearest names: asked in place of what wasn't found, by the one who asked; for others, beside it. */
export const askName: Button = {
  opensMessage: isForeign,
  async press(interaction, [kind = '', text = ''], context) {
    if (!isKind(kind) || text === '')
      return { effect: 'answer', reply: notice(context.messages.errors.expired) };
    const userId = interaction.user.id;
    return inPlace(interaction, (ephemeral) =>
      askArchive({ kind, text, filter: {} }, context, { ephemeral, userId }),
    );
  },
};

function isKind(kind: string): kind is QuestionKind {
  return (QUESTION_KINDS as readonly string[]).includes(kind);
}
