const EXACT = 128;
const STEP = 1.05;

/**
 * The length of a sentence, paragraph or article (distinct terms) in one byte, as Lucene does: exact up to 128, then in
 * steps of 5%, so that nothing is more than 3% off up to 62,874. Statistics use the coded lengths as well: what
 * is removed takes away exactly what it had brought.
 */
export const LENGTHS: Uint32Array = Uint32Array.from({ length: 256 }, (_, code) =>
  code <= EXACT ? code : Math.round(EXACT * STEP ** (code - EXACT)),
);

/** The code of the nearest length. */
export function codeOfLength(length: number): number {
  if (length <= EXACT) return length;
  let code = Math.min(255, EXACT + Math.round(Math.log(length / EXACT) / Math.log(STEP)));
  while (code < 255 && LENGTHS[code]! < length) code += 1;
  return length - LENGTHS[code - 1]! < LENGTHS[code]! - length ? code - 1 : code;
}
