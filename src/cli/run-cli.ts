import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../package.ts';
import { UsageError } from '../usage-error.ts';
import type { Output } from './output.ts';
import { oneLine } from './terminal/error.ts';
import type { Verb } from './verb.ts';

/** The verbs that everybody has. */
export const VERBS_FOLDER = join(import.meta.dirname, 'verbs');

const output: Output = {
  write: (text) => void process.stdout.write(`${text}\n`),
  warn: (text) => void process.stderr.write(`${text}\n`),
};

/**
 * Runs `ibid <verb>` with the verbs of some folders, one file each, and sets the process's exit code: 0 found or done,
 * 1 not found or broken, 2 wrong use. Of the files only that of the verb that runs is loaded.
 */
export async function runCli(words: readonly string[], folders: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveAtClosedPipe);
  process.stderr.on('error', leaveAtClosedPipe);
  process.exitCode = await exitCodeOf(words, folders);
}

async function exitCodeOf(words: readonly string[], folders: readonly string[]): Promise<number> {
  let code = 0;
  const program = newProgram();
  for (const { command, run } of await verbsFor(words[0], folders)) {
    command.copyInheritedSettings(program);
    command.action(async (...values: unknown[]) => {
      const given = values.slice(0, -1);
      code = await (run as (...values: unknown[]) => Promise<number>)(...given, output);
    });
    program.addCommand(command);
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return reported(error);
  }
}

/** The verb that was typed; none for the version; all of them where it is no verb, for the help that follows. */
async function verbsFor(typed: string | undefined, folders: readonly string[]): Promise<Verb[]> {
  if (typed === '--version' || typed === '-V') return [];
  const extension = extname(import.meta.filename);
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(extension) && !name.endsWith('.d.ts'))
      .map((name) => ({ name: name.slice(0, -extension.length), location: join(folder, name) })),
  );
  const meant = files.filter(({ name }) => name === typed);
  const loaded = (meant.length > 0 ? meant : files.sort((a, b) => (a.name < b.name ? -1 : 1))).map(
    async ({ location }) => ((await import(pathToFileURL(location).href)) as { default: Verb }).default,
  );
  return Promise.all(loaded);
}

function newProgram(): Command {
  return new Command('ibid')
    .description('Answers questions over an archive of news articles with cited sentences, word for word.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(`ibid: ${text.replace(/^error: /, '').replace(/\n(?=.)/g, ' ')}`),
    });
}

async function reported(error: unknown): Promise<number> {
  // Commander has already said what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    for (const line of error.message.split('\n')) output.warn(`ibid: ${oneLine(line)}`);
    return 2;
  }
  output.warn(`ibid: ${oneLine(error)}`);
  const { environment } = await import('../environment.ts');
  if (environment().DEBUG === 'ibid' && error instanceof Error) output.warn(error.stack ?? '');
  return 1;
}

/** `ibid … | head -1`: who reads has left, which is no failure. */
function leaveAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
