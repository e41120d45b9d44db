const TEXT = 'text';
/** Groups whose text is no text of the document (RTF 1.9.1), besides all that open with `\*`. */
const SKIPPED = new Set('fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object header headerl headerr headerf footer footerl footerr footerf info template fldinst xmlnstbl themedata datastore latentstyles annotation atnid atnauthor operator pntext listtext'.split(' '));
const PROPERTIES = {
    title: 'title',
    author: 'author',
    creatim: 'published',
};
/** Of `\creatim`: `\yr2020\mo1\dy27`. */
const DATE = new Set(['yr', 'mo', 'dy']);
const SIGNS = {
    par: '\n\n',
    sect: '\n\n',
    page: '\n\n',
    row: '\n\n',
    line: '\n',
    tab: '\t',
    cell: '\t',
    emdash: '—',
    endash: '–',
    emspace: ' ',
    enspace: ' ',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
};
/** A control word with its number, a hexadecimal byte, a control sign, a brace, or text. Sticky: each unit is read once. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/giy;
/**
 * Reads an RTF file. Never throws. No maintained package of npm reads RTF on Node 20 (2026: officeparser wants 22,
 * rtf-stream-parser is for e-mail), and what text needs of it is this page.
 */
export function rtfText(bytes) {
    const source = bytes.toString('latin1');
    const outputs = { [TEXT]: '' };
    const groups = [];
    let group = { to: TEXT, encoding: 'windows-1252', fallback: 1, deleted: false };
    let date = {};
    let skip = 0;
    let pending = [];
    const write = (text) => {
        if (group.to !== undefined && !group.deleted)
            outputs[group.to] = (outputs[group.to] ?? '') + text;
    };
    const flush = () => {
        if (pending.length > 0)
            write(decoderOf(group.encoding).decode(Uint8Array.from(pending), { stream: true }));
        pending = [];
    };
    const control = (word, number) => {
        const sign = SIGNS[word];
        if (sign !== undefined)
            write(sign);
        else if (word === 'u' && number !== undefined) {
            write(String.fromCharCode(number & 0xffff));
            skip = group.fallback;
        }
        else if (word === 'uc')
            group = { ...group, fallback: Math.min(Math.max(number ?? 1, 0), 8) };
        else if (word === 'ansicpg')
            group = { ...group, encoding: encodingOf(number ?? 1252) };
        else if (word === 'deleted')
            group = { ...group, deleted: number !== 0 };
        else if (word === 'bin')
            TOKEN.lastIndex += Math.max(0, number ?? 0);
        else if (PROPERTIES[word])
            group = { ...group, to: word };
        else if (SKIPPED.has(word))
            group = { ...group, to: undefined };
        else if (group.to === 'creatim' && number !== undefined && DATE.has(word))
            date = { ...date, [word]: number };
    };
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
        const [, word, number, hex, sign, brace, text] = token;
        if (hex !== undefined) {
            if (skip > 0)
                skip -= 1;
            else
                pending.push(Number.parseInt(hex, 16));
            continue;
        }
        flush();
        if (brace === '{') {
            groups.push(group);
            skip = 0;
        }
        else if (brace === '}') {
            group = groups.pop() ?? group;
            skip = 0;
        }
        else if (word !== undefined)
            control(word, number === undefined ? undefined : Number(number));
        else if (sign === '*')
            group = { ...group, to: undefined };
        else if (sign !== undefined)
            write({ '~': '\u00a0', _: '\u2011', '-': '\u00ad', '\n': '\n\n', '\r': '\n\n' }[sign] ??
                (/[\\{}]/u.test(sign) ? sign : ''));
        else if (text !== undefined) {
            const skipped = Math.min(skip, text.length);
            skip -= skipped;
            write(text.slice(skipped));
        }
    }
    flush();
    const { yr, mo = 1, dy = 1 } = date;
    const published = yr === undefined ? '' : [yr, mo, dy].map((part) => String(part).padStart(2, '0')).join('-');
    return {
        text: paragraphsOf(outputs[TEXT]),
        properties: { title: outputs.title ?? '', author: outputs.author ?? '', published },
        whole: groups.length === 0,
    };
}
function paragraphsOf(text) {
    return text
        .split('\n\n')
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== '')
        .join('\n\n');
}
function encodingOf(codePage) {
    const name = {
        932: 'shift_jis',
        936: 'gbk',
        949: 'euc-kr',
        950: 'big5',
        65001: 'utf-8',
        10000: 'macintosh',
    }[codePage];
    return (name ??
        (codePage >= 1250 && codePage <= 1258
            ? `windows-${codePage}`
            : codePage === 866
                ? 'ibm866'
                : 'windows-1252'));
}
/** A stream, for the reason that `decode.ts` gives. */
function decoderOf(encoding) {
    return new TextDecoder(encoding);
}
