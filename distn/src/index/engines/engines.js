import { UsageError } from '../../usage-error.js';
import { openMiniSearch } from './minisearch.js';
import { openSegments } from './segments/segments.js';
/** Every engine. A new one is a file beside this one, and its name here; the contract suite runs on each. */
export const ENGINES = {
    minisearch: openMiniSearch,
    segments: openSegments,
};
/** By the number of sentences. */
export const AUTO = 'auto';
/**
 * Up to here questions wait for about 100 ms at most after an article has changed: MiniSearch is built anew then (.1 ms a sentence)
 * and at each start (.3 ms), and takes 5 to 9 KB of each sentence. Segments open in a few ms whatever their size. Measured by
 * `ibid bench --engines` (docs/measurements.md).
 */
export const MINISEARCH_SENTENCES = 1_000;
/** The engine for so many sentences. Throws `UsageError` for a name that none has. */
export function engineFor(sentences, settings) {
    const { engine: choice = AUTO, miniSearchSentences = MINISEARCH_SENTENCES } = settings;
    const auto = sentences <= miniSearchSentences ? 'minisearch' : 'segments';
    const name = choice === AUTO ? auto : choice;
    const open = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
    if (!open)
        throw new UsageError(`IBID_ENGINE must be one of ${[AUTO, ...Object.keys(ENGINES)].join(', ')}: it is "${name}"`);
    return { name, open };
}
