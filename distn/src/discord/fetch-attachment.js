import { DownloadError } from '../editing/fetch-page.js';
/** Where Discord keeps what people attach: https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
/** 10 MB at 5 Mbit/s. An interaction may be answered for 15 minutes. */
const TIMEOUT_MS = 20_000;
/**
 * Downloads an attachment from Discord's own hosts, or from what stands in for Discord's API. `limit` in bytes: the size that
 * Discord states is not relied on. Throws `DownloadError`.
 */
export async function fetchAttachment(url, limit, apiUrl) {
    if (!isDiscords(url, apiUrl))
        throw new DownloadError(`not an address of Discord's: ${new URL(url).host}`);
    try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const response = await fetch(url, { redirect: 'error', signal });
        if (!response.ok || !response.body)
            throw new DownloadError(`Discord answers ${response.status}`);
        return await within(response.body, limit);
    }
    catch (error) {
        if (error instanceof DownloadError)
            throw error;
        const { name, message, cause } = error;
        const why = name === 'TimeoutError' ? `no more than ${TIMEOUT_MS / 1000} s are waited` : message;
        throw new DownloadError(cause instanceof Error ? `${why} (${cause.message})` : why, { cause: error });
    }
}
function isDiscords(url, apiUrl) {
    const { protocol, hostname, port, origin } = new URL(url);
    if (protocol === 'https:' && HOSTS.has(hostname) && port === '')
        return true;
    return origin === new URL(apiUrl).origin;
}
async function within(body, limit) {
    const parts = [];
    let size = 0;
    // Leaving the loop ends the transfer.
    for await (const part of body) {
        size += part.length;
        if (size > limit)
            throw new DownloadError(`more than ${limit} bytes`);
        parts.push(part);
    }
    return Buffer.concat(parts);
}
