import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { textsOfMessage } from '../src/discord/buttons/message-text.ts';
import type { Command } from '../src/discord/commands/command.ts';
import { messageCommand } from '../src/discord/commands/definition.ts';
import { CITATIONS_PER_PAGE, renderAnswer } from '../src/discord/render/answer.ts';

/** On a message: the sentences of the archive that speak of what it says. Only the one who asked sees them. */
export default {
  data: messageCommand(),
  async execute(interaction, { archive, messages, answered }) {
    const { targetMessage } = interaction as MessageContextMenuCommandInteraction;
    const text = textsOfMessage(targetMessage).join('\n');
    const answer = await archive.sources(text, { limit: CITATIONS_PER_PAGE });
    answered?.(answer.status);
    // Further pages would need the message's text, which isn't in the answer: the count shows only what is shown.
    return renderAnswer(
      { ...answer, found: answer.citations.length },
      {
        request: { kind: 'ask', text, filter: {} },
        messages,
        ephemeral: true,
        userId: interaction.user.id,
        offset: 0,
        paged: false,
        heading: messages.sourcesHeading,
      },
    );
  },
} satisfies Command;
