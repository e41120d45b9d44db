import { visible } from './visible.js';
/** What went wrong, without a stack: a message may name files and words that strangers wrote. */
export function oneLine(error) {
    return visible(error instanceof Error ? error.message || error.name : String(error));
}
