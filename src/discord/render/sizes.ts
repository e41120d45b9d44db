/** Discord, of all text displays of a message together: https://docs.discord.com/developers/components/reference#text-display */
const MAX_TEXT = 4_000;
/** Not documented, but reported: messages of more UTF-8 bytes than about this are refused. */
const MAX_BYTES = 9_500;
/** What is kept free for the line that says who shared an answer. */
export const SHARED_ROOM = 80;
export const MAX_LABEL = 80;
/** Of a menu's option: its label and its description. */
export const MAX_OPTION = 100;

/** Whether texts together fit a message, in characters and in bytes, with so many characters to spare. */
export function fits(texts: readonly string[], spare = SHARED_ROOM): boolean {
  const characters = texts.reduce((sum, text) => sum + text.length, spare);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), spare);
  return characters <= MAX_TEXT && bytes <= MAX_BYTES;
}

/** For names and titles of ours around a quotation, never for a quotation: the beginning, and a sign that it is one. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
