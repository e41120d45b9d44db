import { DiscordAPIError, MessageFlags } from 'discord.js';
import { bodyOf } from './render/reply.js';
/** Discord's own numbers: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const ALREADY_ACKNOWLEDGED = 40060;
/** Somebody has deleted it meanwhile. */
const UNKNOWN_MESSAGE = 10008;
export const UNKNOWN_INTERACTION = 10062;
/** Defers the answer: "… is thinking", shown to the asker alone where it will be `ephemeral`. */
export async function deferReply(interaction, ephemeral) {
    await settled(() => interaction.deferReply(ephemeral ? { flags: MessageFlags.Ephemeral } : {}));
    // Where the first try had arrived after all, discord.js does not know it.
    interaction.deferred = true;
    interaction.ephemeral = ephemeral;
}
/** Defers a change of the message that a button stands under; nothing is shown. */
export async function deferUpdate(interaction) {
    await settled(() => interaction.deferUpdate());
    interaction.deferred = true;
}
/** Sends the answer to an interaction, whether it has been deferred or not. */
export async function send(interaction, reply) {
    const { flags, ...edit } = bodyOf(reply);
    const beside = () => interaction.followUp({ ...edit, flags: MessageFlags.Ephemeral });
    // Of a deferred update it isn't known whether it is ephemeral: the original message is what a button stands under.
    const isUpdateDeferred = interaction.deferred && interaction.ephemeral === null;
    if (interaction.replied || isUpdateDeferred)
        return settled(beside);
    if (!interaction.deferred)
        return settled(() => interaction.reply(flags === undefined ? edit : { ...edit, flags }));
    if (!reply.ephemeral || interaction.ephemeral)
        return settled(() => interaction.editReply(edit));
    // A reply deferred for all can't become private any more: it goes, and what is for one person follows.
    await settled(() => interaction.deleteReply());
    await settled(beside);
}
/** Replaces the message that a button stands under. */
export async function update(interaction, reply) {
    const { flags: _, ...edit } = bodyOf(reply);
    await settled(() => (interaction.deferred ? interaction.editReply(edit) : interaction.update(edit)));
}
/** Deletes the message that a button stands under. */
export async function removeMessage(interaction) {
    if (!interaction.deferred)
        await deferUpdate(interaction);
    await settled(() => interaction.deleteReply());
}
/**
 * Once more where the connection broke: discord.js repeats what Discord answered with 5xx, but not what it didn't
 * answer at all. Where the first try had arrived after all, Discord says so, and the user has their answer.
 */
async function settled(act) {
    try {
        await act();
    }
    catch (error) {
        if (isDone(error))
            return;
        if (error instanceof DiscordAPIError || !isBrokenConnection(error))
            throw error;
        await act().catch((again) => {
            if (!isDone(again))
                throw again;
        });
    }
}
function isDone(error) {
    return (error instanceof DiscordAPIError &&
        (error.code === ALREADY_ACKNOWLEDGED || error.code === UNKNOWN_MESSAGE));
}
const BROKEN = new Set([
    'UND_ERR_SOCKET',
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_CONNECT_TIMEOUT',
]);
function isBrokenConnection(error) {
    const { code, cause } = error;
    return BROKEN.has(String(code)) || BROKEN.has(String(cause?.code));
}
