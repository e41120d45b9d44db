import file from './gazetteer.json' with { type: 'json' };

/** A kind of name in the gazetteer. */
export type GazetteerKind = Exclude<keyof typeof file, 'source'>;

let known: ReadonlyMap<string, readonly GazetteerKind[]> | undefined;

/**
 * The kinds of a name in the gazetteer: country, city of 100,000 inhabitants, given name … ("Jackson" has two); empty for
 * an unknown name. `words`: folded, with a blank between them. `gazetteer.json` names its sources.
 */
export function gazetteerKinds(words: string): readonly GazetteerKind[] {
  known ??= read();
  return known.get(words) ?? NOTHING;
}

const NOTHING: readonly GazetteerKind[] = [];

/** 9,700 names: 11 ms at the first question, and half a megabyte. */
function read(): ReadonlyMap<string, readonly GazetteerKind[]> {
  const map = new Map<string, readonly GazetteerKind[]>();
  for (const [kind, names] of Object.entries(file)) {
    if (kind === 'source') continue;
    const alone: readonly GazetteerKind[] = [kind as GazetteerKind];
    for (const name of names.split('|')) {
      const other = map.get(name);
      map.set(name, other ? [...other, kind as GazetteerKind] : alone);
    }
  }
  return map;
}
