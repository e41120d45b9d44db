import type { Order } from '../../model/query.ts';
import { askArchive } from '../commands/question-command.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';
import { headOfMessage } from './message-text.ts';
import { readPageRequest } from './page-request.ts';

/** Makes the button that shows the first page of the same answer in another order. */
export function changeOrder(order: Order): Button {
  return {
    opensMessage: isForeign,
    async press(interaction, parts, context) {
      const { archive, messages } = context;
      const publishers = (await archive.status()).publishers.map(({ name }) => name);
      const asked = readPageRequest(parts, headOfMessage(interaction.message), publishers);
      if (!asked) return { effect: 'answer', reply: notice(messages.errors.expired) };
      const userId = interaction.user.id;
      const request = { ...asked, order };
      return inPlace(interaction, (ephemeral) => askArchive(request, context, { ephemeral, userId }));
    },
  };
}
