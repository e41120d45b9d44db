/** In distinct terms. */
const MAX_EXACT_LENGTH = 128;
const STEP = 1.05;
const MAX_NORM = 255;
/**
 * By norm: the length that it stands for. A norm is the length of a sentence, paragraph or article in distinct terms, in
 * one byte, as in Lucene: exact up to 128, then in steps of 5 %, so at most 3 % off up to 62,874. Statistics sum decoded
 * lengths too: a delete takes away exactly what was added.
 */
export const LENGTH_OF_NORM = Uint32Array.from({ length: MAX_NORM + 1 }, (_, norm) => norm <= MAX_EXACT_LENGTH ? norm : Math.round(MAX_EXACT_LENGTH * STEP ** (norm - MAX_EXACT_LENGTH)));
/** The norm of the nearest length; 255 for all above the longest. */
export function normOf(length) {
    if (length <= MAX_EXACT_LENGTH)
        return length;
    const steps = Math.round(Math.log(length / MAX_EXACT_LENGTH) / Math.log(STEP));
    let norm = Math.min(MAX_NORM, MAX_EXACT_LENGTH + steps);
    while (norm < MAX_NORM && LENGTH_OF_NORM[norm] < length)
        norm += 1;
    return length - LENGTH_OF_NORM[norm - 1] < LENGTH_OF_NORM[norm] - length ? norm - 1 : norm;
}
/** Three norms of an article in one number: its own (unshifted), its shortest sentence's and its shortest paragraph's. */
export const SENTENCE_NORM_SHIFT = 8;
export const PARAGRAPH_NORM_SHIFT = 16;
export const NORM_MASK = 255;
