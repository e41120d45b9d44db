import { pino } from 'pino';
/** One line an event on stdout: JSON for programs, or coloured text where a person watches. */
export async function openLog({ level, pretty }) {
    const options = { level, base: null, serializers: { err: errorOf } };
    if (!pretty)
        return pino(options, pino.destination({ dest: 1, sync: true }));
    const { default: prettyStream } = await import('pino-pretty');
    return pino(options, prettyStream({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }));
}
/**
 * An error without the request that it may carry (discord.js's do): there stands what somebody asked, and the token of
 * the interaction, which is as good as a password for its 15 minutes.
 */
function errorOf(error) {
    if (!(error instanceof Error))
        return { message: String(error) };
    const { name, message, stack, cause, code, status, method } = error;
    return {
        type: name,
        message,
        code,
        status,
        method,
        stack,
        ...(cause !== undefined && { cause: errorOf(cause) }),
    };
}
