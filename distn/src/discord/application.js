import { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
/** What keeps the bot from starting and what to do about it: one line for the operator. */
export class StartupError extends Error {
    name = 'StartupError';
}
/**
 * Asks Discord which application a token belongs to, before anything else: a wrong token is one line, and no loop. Throws
 * `StartupError`, or an error with a plain message.
 */
export async function applicationOf(login) {
    const rest = restOf(login);
    try {
        return { rest, application: (await rest.get(Routes.currentApplication())) };
    }
    catch (error) {
        throw inPlainWords(error, login);
    }
}
/** Explains to the operator an error of Discord, or of the network, while the bot was starting: a `StartupError`, or an error worth another try. */
export function inPlainWords(error, { apiUrl }) {
    const { message, status, code } = error;
    const isTokenWrong = status === 401 || code === 'TokenInvalid' || message === 'Authentication failed';
    if (isTokenWrong)
        return new StartupError(BAD_TOKEN);
    const discord = apiUrl === undefined ? 'Discord' : `Discord at DISCORD_API_URL=${apiUrl}`;
    const plain = status === undefined
        ? `${discord} can't be reached: ${message}. Is this machine online?`
        : `${discord} answers ${status}: ${message}. Try again in a few minutes.`;
    return new Error(plain, { cause: error });
}
export const BAD_TOKEN = 'Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';
/** Options of discord.js for the API's address; it adds the API's version itself. */
export function restOptions({ apiUrl }) {
    return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') };
}
function restOf(login) {
    return new REST({ version: '10', ...restOptions(login) }).setToken(login.token);
}
/**
 * Returns the address of the page on which somebody adds Ibid to a server. Answering commands takes no permission at all; `bot` shows it
 * among the members.
 */
export function inviteUrl(applicationId) {
    const query = new URLSearchParams({
        client_id: applicationId,
        scope: 'bot applications.commands',
        permissions: '0',
    });
    return `https://discord.com/oauth2/authorize?${query}`;
}
