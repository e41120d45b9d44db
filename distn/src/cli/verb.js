import { InvalidArgumentError } from 'commander';
/**
 * ### Example
 *
 *     export default verb(new Command('log').description('…').option('--json'), run);
 *
 *     async function run(flags: LogFlags, output: Output): Promise<number> { … }
 */
export function verb(command, run) {
    return { command, run: run };
}
/** The option of every verb that reads an archive. */
export const CORPUS = ['--corpus <path>', 'a folder of articles or one file (default: IBID_CORPUS)'];
/** Parses an option's whole number from 1. */
export function positive(text) {
    const number = Number(text);
    if (/^\d+$/.test(text) && number > 0 && Number.isSafeInteger(number))
        return number;
    throw new InvalidArgumentError('It must be a whole number from 1.');
}
