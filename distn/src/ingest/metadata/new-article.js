/** Makes an article, with the best title there is (field, heading, opening words); a flaw where it has no text. */
export function articleOf(parts) {
    const { id, path, text, encoding, fields = {}, fieldsFrom } = parts;
    const line = parts.line === undefined ? {} : { line: parts.line };
    if (!/\S/u.test(text))
        return { flaw: { severity: 'error', ...line, reason: 'no text' } };
    const origin = typeof fieldsFrom === 'object' ? { ...fieldsFrom } : {};
    if (typeof fieldsFrom === 'string')
        for (const name of Object.keys(fields))
            origin[name] = fieldsFrom;
    if (fields.title === undefined)
        origin.title = parts.heading ? 'heading' : 'opening words';
    const title = fields.title ?? (parts.heading || openingWords(text));
    const dates = parts.otherDates?.length ? { otherDates: parts.otherDates } : {};
    return { article: { id, path, text, encoding, ...fields, ...dates, title, origin }, ...line };
}
/** A path without its last extension. */
export function withoutExtension(path) {
    return path.replace(/\.[^./]+$/u, '');
}
/** In UTF-16 units: about what fits on one line of a reply. */
const MAX_TITLE_LENGTH = 80;
/** The first line that isn't blank, cut between words where it is longer than a title may be. */
export function openingWords(text) {
    const line = text.match(/\S.*/u)?.[0] ?? '';
    const words = line
        .slice(0, MAX_TITLE_LENGTH * 20)
        .replace(/\s+/gu, ' ')
        .trim();
    if (words.length <= MAX_TITLE_LENGTH)
        return words;
    const cut = words.lastIndexOf(' ', MAX_TITLE_LENGTH);
    // Chinese and Japanese have no spaces: cut anywhere, but not inside a character.
    const kept = cut > 0 ? words.slice(0, cut) : wholeCharacters(words, MAX_TITLE_LENGTH);
    return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
function wholeCharacters(text, length) {
    let kept = '';
    for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length * 2))) {
        if (kept.length + segment.length > length)
            break;
        kept += segment;
    }
    return kept || text.slice(0, length);
}
