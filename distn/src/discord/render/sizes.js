/** Discord: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const MAX_CONTENT = 2_000;
export const MAX_DESCRIPTION = 4_096;
const MAX_EMBEDS = 6_000;
/** Not documented, but reported: messages of more UTF-8 bytes than about this are refused. */
const MAX_BYTES = 9_500;
export const MAX_LABEL = 80;
/** Whether embeds together (with `content`) keep Discord's limits, in characters and in bytes. */
export function fits(embeds, content) {
    const texts = embeds.flatMap(textsOf);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const bytes = [content, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return (content.length <= MAX_CONTENT &&
        characters <= MAX_EMBEDS &&
        bytes <= MAX_BYTES &&
        embeds.length <= 10 &&
        embeds.every(({ description = '' }) => description.length <= MAX_DESCRIPTION));
}
function textsOf({ title, description, footer, author, fields = [] }) {
    const own = [title, description, footer?.text, author?.name].filter((text) => text !== undefined);
    return [...own, ...fields.flatMap(({ name, value }) => [name, value])];
}
/** For names and titles of ours around a quotation, never for a quotation: the beginning, and a sign that it is one. */
export function shortened(text, length) {
    if (text.length <= length)
        return text;
    return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
