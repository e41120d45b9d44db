import { byAge } from '../corpus/likeness.ts';
import type { Collection, Hit, Sentence } from '../model.ts';
import { byScore } from '../ranking/rank.ts';

/** The articles that are the same as one. */
export type AlikeTo = (document: number) => readonly number[];

/** Hits that are looked through for as many different ones as are asked for. */
const MOST_HITS = 1_000;

/**
 * The best `most` hits of which none is a reprint of another: the same sentence of an article that is the same one. Ten
 * papers that print one report would leave no room for the eleventh that wrote its own.
 */
export function candidatesOf(
  search: (limit: number) => readonly Hit[],
  most: number,
  collection: Collection,
  alike: AlikeTo,
): Hit[] {
  for (let limit = most + SPARE; ; ) {
    const hits = search(limit);
    const kept = withoutReprints(hits, most, collection, alike);
    if (kept.length === most || hits.length < limit || limit >= MOST_HITS) return kept;
    limit = Math.min(MOST_HITS, Math.ceil((MORE * limit * most) / kept.length));
  }
}

/** Hits looked at where others are reprints: 1,200 questions of Reuters' 1987 took 770 searches more without, 20 with. */
const SPARE = 20;
/** Reprints get more frequent further down: so many times as many hits are asked for as the last ones would have it. */
const MORE = 1.5;

/** Of the same sentence the earliest article's; best first, equals by their articles' age, whatever their numbers are. */
function withoutReprints(hits: readonly Hit[], most: number, collection: Collection, alike: AlikeTo): Hit[] {
  const articleOf = (document: number) => collection.document(document).article;
  const kept: { hit: Hit; document: number }[] = [];
  const byWording = new Map<string, (typeof kept)[number][]>();
  for (const hit of hits) {
    if (kept.length === most) break;
    const sentence = collection.sentence(hit.sentence);
    const { document } = sentence;
    const wording = wordingOf(collection, sentence);
    const known = byWording.get(wording) ?? [];
    const original = known.find((one) => one.document !== document && alike(document).includes(one.document));
    if (!original) {
      const one = { hit, document };
      kept.push(one);
      byWording.set(wording, [...known, one]);
    } else if (byAge(articleOf(document), articleOf(original.document)) < 0) {
      Object.assign(original, { hit, document });
    }
  }
  return kept
    .sort((a, b) => byScore(a.hit.score, b.hit.score) || byAge(articleOf(a.document), articleOf(b.document)))
    .map(({ hit }) => hit);
}

/** A sentence, however its lines are broken. */
export function wordingOf(collection: Collection, { document, start, end }: Sentence): string {
  return collection
    .document(document)
    .article.text.slice(start, end)
    .replace(/\s{2,}|[^\S ]/g, ' ');
}
