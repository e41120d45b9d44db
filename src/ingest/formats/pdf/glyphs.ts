import type { TextItem } from './page-runs.ts';

/** The text of a page whose letters are known. */
export interface KnownText {
  readonly items: readonly TextItem[];
  /** Text in fonts that don't say which letters they show has been left out. */
  readonly isPartial: boolean;
  /** Single signs that are unknown are shown as U+FFFD. */
  readonly hasUnknown: boolean;
}

/**
 * Signs that no text holds: where a font doesn't say which letter a glyph is, pdf.js takes its number for a character. Private
 * use areas mean something in one font only.
 */
const UNKNOWN = /[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]|[\u{f0000}-\u{10ffff}]/gu;
/** Of a font's signs on a page: ligatures are one in fifty. With more, the others are numbers of glyphs as well. */
const MAX_UNKNOWN = 0.1;
/** Bullets, arrows and the like: a font that shows no more than these, one at a time, holds no words. */
const MAX_ORNAMENTS = 3;

/** Leaves out what is in fonts that don't say which letters they show, and marks other unknown signs. */
export function knownText(items: readonly TextItem[]): KnownText {
  const fonts = new Map<string, FontUse>();
  const named = items.map((item) => ({ ...item, str: withFigures(item.str) }));
  for (const { fontName, str } of named) {
    const use = fonts.get(fontName) ?? { signs: 0, unknown: 0, kinds: new Set(), isSingle: true };
    const unknown = str.match(UNKNOWN) ?? [];
    const signs = str.replace(/\s/gu, '');
    for (const one of unknown.slice(0, 20)) use.kinds.add(one);
    fonts.set(fontName, {
      signs: use.signs + signs.length,
      unknown: use.unknown + unknown.length,
      kinds: use.kinds,
      isSingle: use.isSingle && signs.length <= 1,
    });
  }
  const unread = new Set(
    [...fonts].filter(([, use]) => use.unknown > MAX_UNKNOWN * use.signs).map(([name]) => name),
  );
  const kept = named.filter(({ fontName }) => !unread.has(fontName));
  return {
    items: kept.map((item) => ({ ...item, str: item.str.replace(UNKNOWN, '\ufffd') })),
    isPartial: [...unread].some((name) => !isOrnamental(fonts.get(name)!)),
    hasUnknown: [...fonts].some(([name, { unknown }]) => unknown > 0 && !unread.has(name)),
  };
}

interface FontUse {
  readonly signs: number;
  readonly unknown: number;
  readonly kinds: Set<string>;
  /** Its signs are printed one by one. */
  readonly isSingle: boolean;
}

function isOrnamental({ kinds, isSingle }: FontUse): boolean {
  return isSingle && kinds.size <= MAX_ORNAMENTS;
}

/** Adobe's own numbers of old-style figures and small capitals (Adobe Glyph List for New Fonts, corporate use). */
function withFigures(text: string): string {
  return text
    .replace(/[\uf730-\uf739]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xf700))
    .replace(/[\uf761-\uf77a]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf700));
}
