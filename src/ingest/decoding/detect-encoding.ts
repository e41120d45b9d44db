import { analyse } from 'chardet';

/**
 * Detects the most likely encoding of a text that is not UTF-8; a label of `TextDecoder`.
 *
 * chardet counts letter triples, which says little about a short text: it reads "café" as Chinese. So each of its
 * guesses is also tried out, and what counts as much is how many of the words then look like words.
 */
export function detectEncoding(sample: Buffer): string {
  const guesses = guessesOf(sample);
  const fitting = isMostlyAscii(sample)
    ? guesses.filter(({ label }) => LATIN.has(label))
    : foreignOf(guesses);
  let best = { label: FALLBACK, score: -1 };
  for (const { label, confidence } of fitting) {
    // Unfinished, because the sample may end inside a character.
    const text = new TextDecoder(label).decode(sample, { stream: true });
    const score = /[\ufffd\u0080-\u009f]/u.test(text) ? -1 : confidence + 100 * plausibilityOf(text);
    if (score > best.score) best = { label, score };
  }
  return best.label;
}

const FALLBACK = 'windows-1252';

interface Guess {
  readonly label: string;
  /** chardet's, 0 to 100. */
  readonly confidence: number;
}

/**
 * The Windows encoding of the same letters goes first: it is what files really are in, and it holds curly quotes.
 * Not for iso-8859-2, whose š and ž are elsewhere, and which chardet only names where no byte speaks for Windows.
 */
const WINDOWS_TWIN: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

const LATIN: ReadonlySet<string> = new Set([
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1257',
  'windows-1258',
]);

/** Always tried, for chardet is silent about texts of a few words. The order decides between equals. */
const ALWAYS = ['windows-1252', 'windows-1251', 'windows-1256', 'koi8-r', 'windows-1250', 'ibm866'];

/** English with a few foreign names is what chardet takes for Baltic, by a point or two. */
const HEAD_START = 10;

/** What chardet answers for any few bytes that could be pairs: no evidence. */
const NOISE = 10;

function guessesOf(sample: Buffer): Guess[] {
  const confidences = new Map<string, number>(ALWAYS.map((label) => [label, 0]));
  const add = (label: string, confidence: number) =>
    confidences.set(label, Math.max(confidence, confidences.get(label) ?? 0));
  for (const { name, confidence } of analyse(sample)) {
    const label = name.toLowerCase();
    const evidence = confidence > NOISE ? confidence : 0;
    const twin = WINDOWS_TWIN[label];
    if (twin) add(twin, twin === FALLBACK ? evidence + HEAD_START : evidence);
    if (isDecodable(label)) add(label, evidence);
  }
  return [...confidences].map(([label, confidence]) => ({ label, confidence }));
}

/** Not what the caller has ruled out or has a twin that reads the same, nor what `TextDecoder` lacks (UTF-32). */
function isDecodable(label: string): boolean {
  if (label.startsWith('utf') || label === 'ascii' || label === 'iso-8859-1') return false;
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Russian in the wrong encoding is a row of accented letters, which look like words: Latin goes last. */
function foreignOf(guesses: readonly Guess[]): readonly Guess[] {
  return [...guesses.filter(({ label }) => !LATIN.has(label)), { label: FALLBACK, confidence: 0 }];
}

/** In no language that is written in Latin letters is every third letter beyond ASCII (Vietnamese: every fourth). */
function isMostlyAscii(sample: Buffer): boolean {
  let ascii = 0;
  let beyond = 0;
  for (const byte of sample) {
    if (byte >= 0xa0) beyond += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  }
  return beyond < (ascii + beyond) / 3;
}

/** The share of the words with a letter beyond ASCII, or a mark beside them, that could be words. */
function plausibilityOf(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /\P{ASCII}/u.test(word));
  if (words.length === 0) return 0;
  return words.filter(couldBeWord).length / words.length;
}

const ONE_SCRIPT =
  /^(?:\p{Script=Latin}*|\p{Script=Cyrillic}*|\p{Script=Greek}*|\p{Script=Arabic}*|\p{Script=Hebrew}*|\p{Script=Thai}*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]*)$/u;
/** "Word", "word", "WORD" or a script without case; not "wORD". */
const USUAL_CASE = /^(?:\p{L}?[\p{Ll}\p{Lo}\p{Lm}]*|\p{Lu}+)$/u;
const ODD_INSIDE = /\p{L}[\p{S}\p{No}¡¿§¶·ªº«»¤‚„†‡‹]\p{L}/u;
const ODD_ANYWHERE = /(?![©®°™№|+<=>^`~$])[\p{So}\p{Co}\p{Cf}\p{Sk}¬¦¤¶‡]/u;

function couldBeWord(word: string): boolean {
  // Arabic joins letters with these on purpose, and sets its direction.
  const visible = word.replace(/[\u200c-\u200f]/gu, '');
  if (ODD_ANYWHERE.test(visible) || ODD_INSIDE.test(visible)) return false;
  return visible.split(/[^\p{L}\p{M}]+/u).every((part) => {
    const letters = part.replace(/\p{M}/gu, '');
    return ONE_SCRIPT.test(letters) && USUAL_CASE.test(letters);
  });
}
