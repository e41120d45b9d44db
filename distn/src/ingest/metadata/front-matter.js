import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { fieldsOf } from './fields.js';
/** In UTF-16 units. Front matter is a screen of YAML; the bound keeps deep nesting from exhausting the parser's stack. */
const MAX_YAML_LENGTH = 16 * 1024;
/** Splits a text that starts with a `---` line into front matter and text. */
export function splitFrontMatter(whole) {
    const from = whole.indexOf('\n') + 1;
    const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gmu;
    close.lastIndex = from;
    const closing = from === 0 ? null : close.exec(whole);
    if (!closing)
        return broken(1, 'front matter is opened by "---" and never closed: add a line "---" after it');
    if (closing.index - from > MAX_YAML_LENGTH)
        return broken(1, `front matter is too large: over ${MAX_YAML_LENGTH / 1024} KB`);
    const text = whole.slice(closing.index + closing[0].length);
    return { text, ...parseFields(whole.slice(from, closing.index)) };
}
function parseFields(yaml) {
    const lines = new LineCounter();
    const lineAt = (offset) => lines.linePos(offset).line + 1;
    // All scalars as the text they are: a title 1984 or 007, and dates, are nothing that YAML should interpret.
    const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
        // A stack that overflows is what deep nesting comes to.
        const fault = /call stack/u.test(error.message) ? 'nested too deeply' : error.message;
        return broken(lineAt(error.pos[0]), `front matter isn't YAML: ${fault}`);
    }
    const contents = document.contents;
    if (contents === null || (isScalar(contents) && contents.value === ''))
        return { fields: {}, flaws: [] };
    if (!isMap(contents))
        return broken(2, 'front matter isn\'t a list of "name: value" lines');
    let record;
    try {
        record = document.toJS({ maxAliasCount: 20 });
    }
    catch (error) {
        // The one thing that the library reports by throwing: aliases that would unfold without end.
        return broken(2, `front matter can't be expanded: ${error instanceof Error ? error.message : String(error)}`);
    }
    const { fields, invalid } = fieldsOf(withoutNulls(record));
    const lineOf = ({ name }) => {
        const key = contents.items.map((item) => item.key).find((key) => isScalar(key) && key.value === name);
        return isScalar(key) && key.range ? lineAt(key.range[0]) : 2;
    };
    return {
        fields,
        flaws: invalid.map((one) => ({ severity: 'warning', line: lineOf(one), reason: one.reason })),
    };
}
/** The schema knows no null: these are the ways to write it. */
function withoutNulls(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '~' && value !== 'null'));
}
function broken(line, reason) {
    return { text: '', fields: {}, flaws: [{ severity: 'error', line, reason }] };
}
