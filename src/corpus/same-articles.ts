import type { Article } from '../model.ts';
import { fold } from '../text/fold.ts';

/**
 * Articles that are one and the same: under one address, word for word, or nearly (agency copy in two papers, a file
 * saved twice). Groups of two and more, as places in `articles`, in order.
 *
 * Word for word is found by the words themselves. Near copies are those whose runs of three words overlap (Jaccard);
 * pairs to compare come from MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman & Ullman, "Mining of
 * Massive Datasets", 3.4), and each pair is compared exactly. Comparable only where the figures are the same: "12
 * killed" is no copy of "21 killed", and bulletins differ in nothing else.
 */
export function sameArticles(articles: readonly Article[]): number[][] {
  const groups = unions(articles.length);
  const texts = articles.map(shapeOf);
  const distinct = joinIdentical(articles, texts, groups);
  joinBuckets(addressesOf(articles), texts, groups, SAME_ADDRESS);
  joinBuckets(bandsOf(distinct, texts), texts, groups, NEARLY_SAME);
  return groups.lists();
}

/** Of the runs of two texts, those that they share. One word changed in a hundred leaves .94. */
const NEARLY_SAME = 0.8;
/** Under one address it may be an update. What has nothing in common shares it by mistake (a paper's front page). */
const SAME_ADDRESS = 0.4;
/** Texts of fewer words are alike by chance ("The market was closed."): they are the same only under the same title. */
const FEWEST_WORDS = 20;
const RUN = 3;

interface Shape {
  readonly words: number;
  /** The words in their order. */
  readonly key: string;
  /** Hashes of the runs, and of the words with a digit; sorted, each once. */
  readonly runs: Uint32Array;
  readonly figures: Uint32Array;
}

const WORD = /[\p{L}\p{N}]+/gu;
const DIGIT = /\p{N}/u;

function shapeOf({ title, text }: Article): Shape {
  const words = fold(text).match(WORD) ?? [];
  const hashes = words.map(hashOf);
  const runs = hashes.slice(0, Math.max(1, hashes.length - RUN + 1)).map((first, i) => {
    let hash = first;
    for (let j = 1; j < RUN; j++) hash = mixed(hash, hashes[i + j] ?? 0);
    return hash;
  });
  const figures = words.flatMap((word, i) => (DIGIT.test(word) ? [hashes[i]!] : []));
  const key = words.join(' ');
  return {
    words: words.length,
    key: words.length < FEWEST_WORDS ? `${fold(title)}\n${key}` : key,
    runs: sortedSet(runs),
    figures: sortedSet(figures),
  };
}

/** Joins texts that are the same to the word; answers with one of each. */
function joinIdentical(articles: readonly Article[], texts: readonly Shape[], groups: Unions): number[] {
  const first = new Map<string, number>();
  return articles.flatMap((_, place) => {
    if (texts[place]!.words === 0) return [];
    const known = first.get(texts[place]!.key);
    if (known !== undefined) groups.join(known, place);
    else first.set(texts[place]!.key, place);
    return known === undefined ? [place] : [];
  });
}

function addressesOf(articles: readonly Article[]): Map<string, number[]> {
  const buckets = new Map<string, number[]>();
  articles.forEach(({ url }, place) => {
    const address = url === undefined ? undefined : canonicalUrl(url);
    if (address !== undefined) push(buckets, address, place);
  });
  return buckets;
}

/** An address without what differs between links to one page: protocol, www., parameters that trace readers, anchor. */
export function canonicalUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, pathname, searchParams } = new URL(url);
  const parameters = [...searchParams]
    .filter(([name]) => !TRACING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const host = hostname.replace(/^(?:www|m|amp)\./, '') + (port && `:${port}`);
  const path = pathname.replace(/\/(?:amp\/?)?$/, '');
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

const TRACING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|at_.*)$/i;

/** Bands of four values each: of pairs that share .8 of their runs one in 5,000 is missed, of those that share .3 an eighth is compared. */
const BANDS = 16;
const ROWS = 4;
const HASHES = BANDS * ROWS;

const [FACTORS, OFFSETS] = [0x9e3779b9, 0x85ebca6b].map((seed) =>
  Uint32Array.from({ length: HASHES }, (_, i) => (mixed(seed, i) | 1) >>> 0),
) as [Uint32Array, Uint32Array];

function bandsOf(places: readonly number[], texts: readonly Shape[]): Map<string, number[]> {
  const buckets = new Map<string, number[]>();
  for (const place of places) {
    const { words, runs } = texts[place]!;
    if (words < FEWEST_WORDS) continue;
    const signature = signatureOf(runs);
    for (let band = 0; band < BANDS; band++) {
      push(buckets, `${band}:${signature.subarray(band * ROWS, (band + 1) * ROWS).join()}`, place);
    }
  }
  return buckets;
}

function signatureOf(runs: Uint32Array): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (const run of runs) {
    for (let i = 0; i < HASHES; i++) {
      const value = (Math.imul(run, FACTORS[i]!) + OFFSETS[i]!) >>> 0;
      if (value < signature[i]!) signature[i] = value;
    }
  }
  return signature;
}

/** In a bucket with more groups than this, of which each is compared, are texts of one template. */
const COMPARED = 30;

function joinBuckets(
  buckets: ReadonlyMap<string, readonly number[]>,
  texts: readonly Shape[],
  groups: Unions,
  least: number,
): void {
  for (const places of buckets.values()) {
    const heads: number[] = [];
    for (const place of places) {
      const compared = heads.slice(0, COMPARED);
      if (compared.some((head) => groups.joined(head, place))) continue;
      const copy = compared.find((head) => areAlike(texts[place]!, texts[head]!, least));
      if (copy === undefined) heads.push(place);
      else groups.join(copy, place);
    }
  }
}

function areAlike(a: Shape, b: Shape, least: number): boolean {
  return overlap(a.figures, b.figures) >= least && overlap(a.runs, b.runs) >= least;
}

/** What two sorted sets share of what they hold together; of two empty ones everything. */
function overlap(a: Uint32Array, b: Uint32Array): number {
  if (a.length + b.length === 0) return 1;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) shared += 1;
    const [left, right] = [a[i]!, b[j]!];
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared / (a.length + b.length - shared);
}

interface Unions {
  join(a: number, b: number): void;
  joined(a: number, b: number): boolean;
  /** Those with two members and more. */
  lists(): number[][];
}

/** Disjoint sets of the numbers up to `size`; each is called by its smallest member. */
function unions(size: number): Unions {
  const parents = Uint32Array.from({ length: size }, (_, i) => i);
  const rootOf = (one: number): number => {
    let root = one;
    while (parents[root] !== root) root = parents[root]!;
    parents[one] = root;
    return root;
  };
  return {
    join(a, b) {
      const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
      parents[high] = low;
    },
    joined: (a, b) => rootOf(a) === rootOf(b),
    lists() {
      const lists = new Map<number, number[]>();
      for (let one = 0; one < size; one++) push(lists, rootOf(one), one);
      return [...lists.values()].filter((list) => list.length > 1);
    },
  };
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  list ? list.push(value) : lists.set(key, [value]);
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Two numbers of 32 bits in one (the last steps of MurmurHash3, so that no bit of either is lost). */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b + 0x9e3779b9, 0x1b873593) ^ (a >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sortedSet(values: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(values)).sort();
}
