import { stringify } from 'yaml';
/** The fields that are written, in this order. */
const NAMES = ['title', 'published', 'publisher', 'author', 'url', 'language'];
/**
 * Writes an article as a `.md` file that is read back unchanged: the same text to the last character, and the same fields,
 * on one line and up to 1,000 units each. The values are a stranger's: none can end the front matter or add a field to it.
 */
export function markdownOf(fields, text) {
    const record = Object.fromEntries(NAMES.flatMap((name) => {
        const value = tidied(fields[name] ?? '');
        return value === '' ? [] : [[name, value]];
    }));
    const options = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 };
    return `---\n${Object.keys(record).length > 0 ? stringify(record, options) : ''}---\n${text}`;
}
/** In UTF-16 units: six values, with every character escaped, stay under the 16 KB that front matter may have. */
const MAX_VALUE_LENGTH = 1_000;
/** One line without control characters. */
function tidied(value) {
    const line = value
        .slice(0, MAX_VALUE_LENGTH * 4)
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();
    return line
        .slice(0, MAX_VALUE_LENGTH)
        .replace(/[\ud800-\udbff]$/u, '')
        .trim();
}
