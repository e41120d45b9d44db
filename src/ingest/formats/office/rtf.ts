/** The text of an RTF file and its properties. */
export interface RtfText {
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Whether every group is closed. */
  readonly whole: boolean;
}

/** What a group inherits from the one around it. */
interface Group {
  /** Where its text goes: the article, a property, or nowhere. */
  readonly to: string | undefined;
  /** Of its font, where the font says one. */
  readonly encoding: string | undefined;
  /** In the table of fonts, whose text is their names. */
  readonly inFonts: boolean;
  /** The same as what follows, for readers that know no Unicode (`\upr`). */
  readonly isFallback: boolean;
  /** How many characters stand in for one of Unicode, for readers that know none (`\uc`). */
  readonly fallback: number;
  /** Deleted, or hidden (`\v`). */
  readonly deleted: boolean;
  readonly hidden: boolean;
}

const TEXT = 'text';
/** Notes stand in the middle of a sentence: their text comes last. */
const NOTES = 'notes';

/** Groups whose text is no text of the document (RTF 1.9.1), besides all that open with `\*`. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object header headerl headerr headerf footer footerl footerr footerf info template fldinst xmlnstbl themedata datastore latentstyles annotation atnid atnauthor operator pntext listtext'.split(
    ' ',
  ),
);
const PROPERTIES: Readonly<Record<string, string>> = {
  title: 'title',
  author: 'author',
  creatim: 'published',
};

/** Of `\creatim`: `\yr2020\mo1\dy27`. */
const DATE: ReadonlySet<string> = new Set(['yr', 'mo', 'dy']);

const SIGNS: Readonly<Record<string, string>> = {
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
export function rtfText(bytes: Buffer): RtfText {
  const reader = new RtfReader();
  const source = bytes.toString('latin1');
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source))
    TOKEN.lastIndex += reader.take(token);
  return reader.end();
}

class RtfReader {
  readonly #outputs: Record<string, string> = { [TEXT]: '', [NOTES]: '' };
  readonly #groups: Group[] = [];
  #group: Group = {
    ...{ to: TEXT, encoding: undefined, inFonts: false, isFallback: false },
    ...{ fallback: 1, deleted: false, hidden: false },
  };
  /** By number, of fonts that say their character set. */
  readonly #fonts = new Map<number, string>();
  #font = 0;
  #usualFont = 0;
  /** What holds where a font says nothing. */
  #encoding = 'windows-1252';
  #date: Readonly<Record<string, number>> = {};
  #skip = 0;
  /** Bytes, as characters, that are not decoded yet: one character may be two of them. */
  #pending = '';
  /** A group has just been opened. */
  #isOpening = false;

  /** Takes the next token; returns how many bytes after it are no text. */
  take([, word, number, hex, sign, brace, text]: RegExpExecArray): number {
    const wasOpening = this.#isOpening;
    this.#isOpening = brace === '{';
    if (hex !== undefined) this.#add(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (text !== undefined) this.#add(text);
    else if (brace !== undefined) this.#brace(brace);
    else if (word !== undefined)
      return this.#control(word, number === undefined ? undefined : Number(number));
    else if (sign === '*') {
      // It marks a group that a reader may skip; elsewhere it means nothing.
      if (wasOpening) this.#group = { ...this.#group, to: undefined };
    } else if (sign !== undefined) this.#write(SIGN_CHARACTERS[sign] ?? (/[\\{}]/u.test(sign) ? sign : ''));
    return 0;
  }

  end(): RtfText {
    this.#flush();
    const { yr, mo = 1, dy = 1 } = this.#date;
    const published =
      yr === undefined ? '' : [yr, mo, dy].map((part) => String(part).padStart(2, '0')).join('-');
    const { title = '', author = '' } = this.#outputs;
    return {
      text: paragraphsOf(`${this.#outputs[TEXT]}\n\n${this.#outputs[NOTES]}`),
      properties: { title, author, published },
      whole: this.#groups.length === 0,
    };
  }

  #add(bytes: string): void {
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    this.#pending += bytes.slice(skipped);
  }

  #brace(brace: string): void {
    this.#flush();
    this.#skip = 0;
    if (brace === '{') this.#groups.push(this.#group);
    else this.#group = this.#groups.pop() ?? this.#group;
  }

  #flush(): void {
    if (this.#pending === '') return;
    const bytes = Buffer.from(this.#pending, 'latin1');
    this.#pending = '';
    this.#write(decoderOf(this.#group.encoding ?? this.#encoding).decode(bytes, { stream: true }));
  }

  #write(text: string): void {
    this.#flush();
    const { to, deleted, hidden, isFallback } = this.#group;
    if (to !== undefined && !deleted && !hidden && !isFallback)
      this.#outputs[to] = (this.#outputs[to] ?? '') + text;
  }

  #control(word: string, number: number | undefined): number {
    this.#flush();
    const sign = SIGNS[word];
    if (sign !== undefined) this.#write(sign);
    else if (word === 'u' && number !== undefined) {
      this.#write(String.fromCharCode(number & 0xffff));
      this.#skip = this.#group.fallback;
    } else if (word === 'bin') return Math.max(0, number ?? 0);
    else if (word === 'mac') this.#encoding = 'macintosh';
    else if (word === 'ansicpg') this.#encoding = encodingOf(number ?? 1252) ?? 'windows-1252';
    else if (word === 'deff') this.#usualFont = number ?? 0;
    else if (this.#group.inFonts && /^(?:f|fcharset|cpg)$/u.test(word)) this.#noteFont(word, number ?? 0);
    else this.#group = this.#changed(word, number);
    return 0;
  }

  #noteFont(word: string, number: number): void {
    if (word === 'f') this.#font = number;
    const encoding = word === 'f' ? undefined : word === 'cpg' ? encodingOf(number) : CHARSETS[number];
    if (encoding !== undefined) this.#fonts.set(this.#font, encoding);
  }

  /** What a control word makes of the group that it stands in. */
  #changed(word: string, number: number | undefined): Group {
    const group = this.#group;
    if (word === 'f') return { ...group, encoding: this.#fonts.get(number ?? 0) };
    if (word === 'plain') return { ...group, encoding: this.#fonts.get(this.#usualFont), hidden: false };
    if (word === 'uc') return { ...group, fallback: Math.min(Math.max(number ?? 1, 0), 8) };
    if (word === 'deleted') return { ...group, deleted: number !== 0 };
    if (word === 'v') return { ...group, hidden: number !== 0 };
    if (word === 'upr') return { ...group, isFallback: true };
    if (word === 'ud') return { ...group, isFallback: false, to: this.#groups.at(-1)?.to };
    if (word === 'footnote' && group.to === TEXT) {
      this.#outputs[NOTES] += '\n\n';
      return { ...group, to: NOTES };
    }
    if (PROPERTIES[word]) return { ...group, to: word };
    if (SKIPPED.has(word)) return { ...group, to: undefined, inFonts: word === 'fonttbl' };
    if (group.to === 'creatim' && number !== undefined && DATE.has(word))
      this.#date = { ...this.#date, [word]: number };
    return group;
  }
}

const SIGN_CHARACTERS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\n': '\n\n',
  '\r': '\n\n',
};

function paragraphsOf(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Character sets of fonts (`\\fcharset`); of 0 and 1 the code page of the document holds. */
const CHARSETS: Readonly<Record<number, string>> = {
  ...{ 77: 'macintosh', 128: 'shift_jis', 129: 'euc-kr', 134: 'gbk', 136: 'big5', 161: 'windows-1253' },
  ...{ 162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256' },
  ...{ 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250' },
};

const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' },
  ...{ 10000: 'macintosh', 10007: 'x-mac-cyrillic', 20866: 'koi8-r', 65001: 'utf-8' },
};

/** The label of a code page; `undefined` of one that `TextDecoder` doesn't know. */
function encodingOf(codePage: number): string | undefined {
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : CODE_PAGES[codePage];
}

/** A stream, for the reason that `decode.ts` gives. */
function decoderOf(encoding: string) {
  return new TextDecoder(encoding);
}
