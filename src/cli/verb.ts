import { type Command, InvalidArgumentError } from 'commander';
import type { Output } from './output.ts';

/** A terminal verb: the default export of each file in `verbs/`, which is called after it. */
export interface Verb {
  readonly command: Command;
  /** Gets the command's arguments, its flags and where to write. Resolves to the exit code. */
  readonly run: (...values: never) => Promise<number>;
}

/**
 * ### Example
 *
 *     export default verb(new Command('log').description('…').option('--json'), run);
 *
 *     async function run(flags: LogFlags, output: Output): Promise<number> { … }
 */
export function verb<Values extends readonly unknown[]>(
  command: Command,
  run: (...values: [...Values, Output]) => Promise<number>,
): Verb {
  return { command, run: run as (...values: never) => Promise<number> };
}

/** The option of every verb that reads an archive. */
export const CORPUS = ['--corpus <path>', 'a folder of articles or one file (default: IBID_CORPUS)'] as const;

/** Parses an option's whole number from 1. */
export function positive(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}
