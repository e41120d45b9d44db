/** An empty builder. */
export function textBuilder() {
    const pieces = [];
    return {
        add(text) {
            if (text !== '')
                pieces.push(text);
        },
        trimEnd() {
            for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
                const kept = last.trimEnd();
                if (kept === '')
                    continue;
                pieces.push(kept);
                return;
            }
        },
        get isEmpty() {
            return pieces.length === 0;
        },
        get isOpen() {
            const last = pieces.at(-1);
            return last === undefined || ' \t\n'.includes(last.at(-1));
        },
        toString: () => pieces.join(''),
    };
}
/** Trims blanks at both ends and around newlines, in one pass: there may be megabytes of blanks. */
export function tidied(words) {
    return words.split('\n').map(withoutBlanks).join('\n').trim();
}
function withoutBlanks(line) {
    let [start, end] = [0, line.length];
    while (start < end && isBlank(line[start]))
        start += 1;
    while (end > start && isBlank(line[end - 1]))
        end -= 1;
    return line.slice(start, end);
}
function isBlank(character) {
    return character === ' ' || character === '\t';
}
