import { messageCommand } from '../src/discord/commands/definition.js';
import { CITATIONS_PER_PAGE, renderAnswer } from '../src/discord/render/answer.js';
/** On a message: the sentences of the archive that speak of what it says. Only the one who asked sees them. */
export default {
    data: messageCommand(),
    async execute(interaction, { archive, messages }) {
        const { targetMessage } = interaction;
        const embedded = targetMessage.embeds.flatMap(({ title, description }) => [title, description]);
        const text = [targetMessage.content, ...embedded].filter(Boolean).join('\n');
        const answer = await archive.sources(text, { limit: CITATIONS_PER_PAGE });
        // Further pages would need the message's text, which isn't in the answer: the count shows only what is shown.
        return renderAnswer({ ...answer, found: answer.citations.length }, {
            request: { kind: 'ask', text, filter: {} },
            messages,
            ephemeral: true,
            userId: interaction.user.id,
            offset: 0,
            paged: false,
            heading: messages.sourcesHeading,
        });
    },
};
