import { QUESTION_KINDS, type QuestionKind } from '../../model/model.ts';
import { askArchive } from '../commands/question-command.ts';
import { inPlace } from '../in-place.ts';
import { notice } from '../render/reply.ts';
import type { Press } from './button.ts';

/** One of the nearest names: asked in place of what wasn't found, by the one who asked; for others, beside it. */
export const name: Press = async (interaction, [kind = '', text = ''], scene) => {
  if (!isKind(kind) || text === '') return { effect: 'answer', reply: notice(scene.messages.errors.expired) };
  const userId = interaction.user.id;
  return inPlace(interaction, (ephemeral) =>
    askArchive({ kind, text, filter: {} }, scene, { ephemeral, userId }),
  );
};

function isKind(kind: string): kind is QuestionKind {
  return (QUESTION_KINDS as readonly string[]).includes(kind);
}
