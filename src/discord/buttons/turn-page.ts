import { askArchive } from '../commands/question-command.ts';
import { CITATIONS_PER_PAGE, placesOf } from '../render/answer.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';
import { headOfMessage } from './message-text.ts';
import { readPageRequest } from './page-request.ts';

/**
 * Makes the button that shows the page after or before the shown one. The citations so far must be the same as when the
 * button was made, or else the other page would not follow on this one; and there must be another page.
 */
export function turnPage(direction: 'more' | 'back'): Button {
  return {
    opensMessage: isForeign,
    async press(interaction, [first = '', end = '', mark, ...parts], context) {
      const { archive, messages } = context;
      const publishers = (await archive.status()).publishers.map(({ name }) => name);
      const request = readPageRequest(parts, headOfMessage(interaction.message), publishers);
      if (!request) return { effect: 'answer', reply: notice(messages.errors.expired) };
      const shownTo = Number.parseInt(end, 36);
      const { kind, text, filter, order = 'best' } = request;
      const show = { limit: shownTo, filter, order, locale: messages.locale };
      const before = await (kind === 'quote' ? archive.quote(text, show) : archive.ask(kind, text, show));
      const isLast = direction === 'more' && before.found <= shownTo;
      if (isLast || placesOf(before.citations) !== mark)
        return { effect: 'answer', reply: notice(messages.errors.stale) };
      const offset =
        direction === 'more' ? shownTo : Math.max(0, Number.parseInt(first, 36) - CITATIONS_PER_PAGE);
      const userId = interaction.user.id;
      return inPlace(interaction, (ephemeral) => askArchive(request, context, { ephemeral, userId, offset }));
    },
  };
}
