import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiscordAPIError } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { REGISTERED_FILE, unwritable } from '../data-folder.js';
import { writeAtomicSync } from '../write-atomic.js';
import { inviteUrl, StartupError } from './application.js';
/**
 * Registers all commands with Discord, unless the same ones were registered last; `force` registers them anyhow. Returns
 * whether it did. Throws `StartupError` where the bot is not in the server.
 */
export async function register(commands, registration, { force = false } = {}) {
    const definitions = commands.map(({ data }) => data);
    const hash = createHash('sha256').update(JSON.stringify(definitions)).digest('hex');
    if (!force && (await lastHash(registration)) === hash)
        return false;
    await put(registration, definitions);
    await remember(registration, hash);
    return true;
}
/** Removes all commands from Discord. */
export async function clear(registration) {
    await put(registration, []);
    await remember(registration, '');
}
async function put(registration, body) {
    try {
        await registration.rest.put(routeOf(registration), { body });
    }
    catch (error) {
        const { applicationId, guildId } = registration;
        if (!(error instanceof DiscordAPIError) || !NOT_IN_SERVER.has(error.code))
            throw error;
        throw new StartupError(`This bot is not in the server IBID_GUILD_ID=${guildId}. Add it there: ${inviteUrl(applicationId)}`);
    }
}
/** Missing Access, Unknown Guild: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const NOT_IN_SERVER = new Set([50001, 10004]);
function routeOf({ applicationId, guildId }) {
    return guildId === undefined
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId);
}
async function lastHash(registration) {
    return (await readAll(registration.data))[keyOf(registration)];
}
async function remember(registration, hash) {
    const { data, tell } = registration;
    const known = await readAll(data);
    const text = JSON.stringify({ ...known, [keyOf(registration)]: hash }, null, 2);
    try {
        writeAtomicSync(join(data, REGISTERED_FILE), `${text}\n`);
    }
    catch (error) {
        tell(unwritable(data, error));
    }
}
function keyOf({ applicationId, guildId }) {
    return `${applicationId}/${guildId ?? 'global'}`;
}
/** Nothing is lost with this file but a needless registration: one that can't be read, or is damaged, counts as none. */
async function readAll(data) {
    try {
        const known = JSON.parse(await readFile(join(data, REGISTERED_FILE), 'utf8'));
        return typeof known === 'object' && known !== null ? known : {};
    }
    catch {
        return {};
    }
}
