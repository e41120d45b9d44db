import { PermissionFlagsBits } from 'discord.js';
import { notice } from '../render/reply.js';
/** Deletes the message: for the one who asked, and for moderators. */
export const deleteAnswer = {
    press(interaction, [askerId], { messages }) {
        const moderator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
        if (interaction.user.id === askerId || moderator)
            return { effect: 'delete' };
        return { effect: 'answer', reply: notice(messages.errors.notYours) };
    },
};
