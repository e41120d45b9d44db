/** The inner side of `boundedWorker`: what the script of a thread calls. */
import { parentPort } from 'node:worker_threads';
import { threadId } from './thread-clock.js';
/**
 * Answers the calls of the thread's owner: `handle` gets each request as it comes, also while others are being answered.
 * What it throws is thrown by the call.
 */
export function serve(handle) {
    const tid = threadId();
    send({ ready: true, ...(tid !== undefined && { tid }) });
    parentPort.on('message', async ({ id, request }) => {
        try {
            send({ id, response: await handle(request) });
        }
        catch (error) {
            send({ id, error: sentError(error) });
        }
    });
}
/** Sends the thread's owner a one-way message. */
export function emit(event) {
    send({ event });
}
function send(message) {
    parentPort.postMessage(message);
}
function sentError(thrown) {
    if (!(thrown instanceof Error))
        return { name: 'Error', message: String(thrown), properties: {} };
    const { name, message, stack } = thrown;
    const properties = Object.entries(thrown).filter(([, value]) => SENT_TYPES.has(typeof value));
    return { name, message, stack, properties: Object.fromEntries(properties) };
}
const SENT_TYPES = new Set(['string', 'number', 'boolean']);
