import type { Flaw } from './reader.ts';

/** One id, one article: asked article by article, in the order of the files and inside each. */
export interface Ids {
  /** The id that an article gets, or why it gets none. */
  claim(
    article: { readonly id: string; readonly path: string },
    line?: number,
  ): string | { readonly flaw: Flaw };
}

/**
 * A file that is an article is called by its path without extension. Where another one has that name already (`a.docx`
 * comes before `a.pdf`), it keeps its extension. Anything else that would have the id of another article is left out.
 */
export function idsOf(): Ids {
  const places = new Map<string, string>();
  return {
    claim({ id, path }, line) {
      const free = [id, ...(path.startsWith(`${id}.`) ? [path] : [])].find((one) => !places.has(one));
      if (free !== undefined) {
        places.set(free, line === undefined ? path : `${path}, line ${line}`);
        return free;
      }
      const reason = `duplicate id: ${id} is already the article in ${places.get(id)}`;
      return { flaw: { severity: 'error', ...(line === undefined ? {} : { line }), reason } };
    },
  };
}
