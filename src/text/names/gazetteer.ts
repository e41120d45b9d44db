import file from './gazetteer.json' with { type: 'json' };

/** What a name is known as before any text is read. */
export type Known = Exclude<keyof typeof file, 'source'>;

let known: ReadonlyMap<string, readonly Known[]> | undefined;

/**
 * What a name is in the world: countries, cities of 100,000 inhabitants, given names … (made by
 * scripts/make-gazetteer.mjs, sources in the file). "Jackson" is two things. `words` are folded, parted by blanks.
 */
export function knownAs(words: string): readonly Known[] {
  known ??= read();
  return known.get(words) ?? NOTHING;
}

const NOTHING: readonly Known[] = [];

/** 9,700 names: 11 ms at the first question, and half a megabyte. */
function read(): ReadonlyMap<string, readonly Known[]> {
  const map = new Map<string, readonly Known[]>();
  for (const [kind, names] of Object.entries(file)) {
    if (kind === 'source') continue;
    const alone: readonly Known[] = [kind as Known];
    for (const name of names.split('|')) {
      const other = map.get(name);
      map.set(name, other ? [...other, kind as Known] : alone);
    }
  }
  return map;
}
