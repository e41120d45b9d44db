import { UsageError } from '../../usage-error.ts';
import type { OpenEngine } from './engine.ts';
import { openMiniSearch } from './minisearch.ts';
import { openSegments } from './segments/segments.ts';

/** Every engine. A new one is a file beside this one, and its name here; the contract suite runs on each. */
export const ENGINES: Readonly<Record<string, OpenEngine>> = {
  minisearch: openMiniSearch,
  segments: openSegments,
};

/** By the number of sentences. */
export const AUTO = 'auto';

/** What is set about the engine. */
export interface EngineSettings {
  /** `auto`, or the name of an engine. */
  readonly engine?: string | undefined;
  /** The largest archive that MiniSearch is chosen for by `auto`, in sentences. */
  readonly miniSearchSentences?: number | undefined;
}

/**
 * MiniSearch is built anew at each start and after each change, .1 ms a sentence, and takes 1.4 KB of each: with 5,000 sentences half a
 * second and 7 MB. Segments open in 4 ms whatever their size. Both answer in under a millisecond.
 */
export const MINISEARCH_SENTENCES = 5_000;

/** The engine for so many sentences. Throws `UsageError` for a name that none has. */
export function engineFor(sentences: number, settings: EngineSettings): { name: string; open: OpenEngine } {
  const { engine: choice = AUTO, miniSearchSentences = MINISEARCH_SENTENCES } = settings;
  const auto = sentences <= miniSearchSentences ? 'minisearch' : 'segments';
  const name = choice === AUTO ? auto : choice;
  const open = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (!open)
    throw new UsageError(
      `IBID_ENGINE must be one of ${[AUTO, ...Object.keys(ENGINES)].join(', ')}: it is "${name}"`,
    );
  return { name, open };
}
