import { pMapIterable } from 'p-map';
import type { Item } from '../ingest/formats/reader.ts';
import type { Article } from '../model/article.ts';
import type { PreparedArticle, PreparedItem } from './documents/prepared-article.ts';
import { type PreparedBatch, preparedIn } from './documents/prepared-batch.ts';
import type { Preparing } from './preparing.ts';

/** A file, with what is read of it. */
interface OpenFile {
  readonly items: Iterable<Item> | AsyncIterable<Item>;
}

type Prepared<F extends OpenFile> = Omit<F, 'items'> & { readonly items: AsyncIterable<PreparedItem> };

/** The ids of the articles of a file that aren't prepared: they may be as they were. */
type KnownIn<F> = (file: F) => ReadonlySet<string>;

/** UTF-16 units of text that travel together: small articles share most of their words. */
const BATCH = 64 * 1024;
/** What an item takes beside its text, counted in units. */
const ITEM = 64;
/**
 * Units that are read before they are written, for each thread: while this one writes the lexicon, for two seconds in 8 MB, the
 * others don't wait for it.
 */
const AHEAD = 2 * 1024 * 1024;

/**
 * The same files in the same order, read some way ahead of who writes them; their articles come with what threads have worked out of
 * them meanwhile. Each file's items must be taken to their end before the next file is, or none any more.
 */
export async function* prepareAhead<F extends OpenFile>(
  files: AsyncIterable<F>,
  preparing: Preparing,
  knownIn: KnownIn<F>,
): AsyncGenerator<Prepared<F>> {
  const room = roomFor(AHEAD * preparing.threads);
  const source = read(files, preparing, knownIn, room);
  // One is read at a time, and all that there is room for.
  const ahead = pMapIterable(source, (batch) => batch, {
    concurrency: 1,
    backpressure: Number.POSITIVE_INFINITY,
  });
  const steps = written(ahead, room);
  try {
    for (;;) {
      const { value, done } = await steps.next();
      if (done) return;
      yield { ...value.file, items: itemsTo(steps) };
    }
  } finally {
    room.open();
    await steps.return(undefined);
    await source.return(undefined);
  }
}

/** What is met on the way through the files: a file, its items, its end. */
interface Step<F> {
  readonly file: F;
  readonly item?: PreparedItem;
  readonly isEnd?: true;
}

interface Batch<F> {
  readonly steps: readonly Step<F>[];
  readonly units: number;
  /** By place among the steps, the articles that are prepared. */
  readonly places: readonly number[];
  readonly prepared: Promise<PreparedBatch | undefined>;
}

/** Reads files in batches, each on its way to a thread. */
async function* read<F extends OpenFile>(
  files: AsyncIterable<F>,
  preparing: Preparing,
  knownIn: KnownIn<F>,
  room: Room,
): AsyncGenerator<Batch<F>> {
  let batch = newBatch<F>();
  for await (const file of files) {
    const known = knownIn(file);
    batch.steps.push({ file });
    for await (const item of file.items) {
      batch.add({ file, item }, known);
      if (batch.units < BATCH) continue;
      room.take(batch.units);
      yield batch.sent(preparing);
      batch = newBatch();
      await room.wait();
    }
    batch.steps.push({ file, isEnd: true });
  }
  yield batch.sent(preparing);
}

function newBatch<F>() {
  const steps: Step<F>[] = [];
  const places: number[] = [];
  const articles: Article[] = [];
  return {
    steps,
    units: 0,
    add(step: Step<F> & { readonly item: Item }, known: ReadonlySet<string>) {
      const { item } = step;
      this.units += ITEM + ('flaw' in item ? item.flaw.reason : item.article.text).length;
      if ('article' in item && !known.has(item.article.id)) {
        places.push(steps.length);
        articles.push(item.article);
      }
      steps.push(step);
    },
    sent(preparing: Preparing): Batch<F> {
      const prepared = articles.length > 0 ? preparing.prepare(articles) : Promise.resolve(undefined);
      return { steps, units: this.units, places, prepared };
    },
  };
}

/** The steps of batches as they come back, for who writes them. */
async function* written<F>(batches: AsyncIterable<Batch<F>>, room: Room): AsyncGenerator<Step<F>> {
  for await (const { steps, units, places, prepared } of batches) {
    const batch = await prepared;
    const articles = batch && preparedIn(batch);
    let next = 0;
    for (const [place, step] of steps.entries()) {
      const isPrepared = place === places[next];
      if (isPrepared) next += 1;
      yield isPrepared && articles
        ? { ...step, item: { ...step.item!, prepared: articles.next().value as PreparedArticle } }
        : step;
    }
    room.give(units);
  }
}

/** The items of a file that has begun, up to its end. */
async function* itemsTo<F>(steps: AsyncGenerator<Step<F>>): AsyncGenerator<PreparedItem> {
  for (;;) {
    const { value, done } = await steps.next();
    if (done || value.isEnd) return;
    yield value.item!;
  }
}

type Room = ReturnType<typeof roomFor>;

/** What may be read and not written yet. */
function roomFor(most: number) {
  let left = most;
  let wake = () => {};
  const give = (units: number) => {
    left += units;
    if (left > 0) wake();
  };
  return {
    take(units: number) {
      left -= units;
    },
    give,
    /** Until there is some. */
    wait: () =>
      left > 0
        ? undefined
        : new Promise<void>((resolve) => {
            wake = resolve;
          }),
    /** Nobody writes any more. */
    open: () => give(Number.POSITIVE_INFINITY),
  };
}
