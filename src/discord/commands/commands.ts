import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartupError } from '../application.ts';
import type { Command } from './command.ts';

/** The folder `commands/` beside `src/`: of sources where these run, of built files where those do. */
export const COMMANDS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'commands');

/**
 * Loads every file of the folder as a command, by name. Throws one `StartupError` that names each malformed file and what
 * it lacks: a bot without one of its commands would puzzle everybody.
 */
export async function loadCommands(folder: string = COMMANDS_FOLDER): Promise<Map<string, Command>> {
  const files = (await readdir(folder)).filter(
    (name) => /^\.[jt]s$/.test(extname(name)) && !name.endsWith('.d.ts'),
  );
  const commands = new Map<string, Command>();
  const faults: string[] = [];
  for (const file of files.sort()) {
    const command = await load(join(folder, file));
    if (typeof command === 'string') faults.push(`commands/${file}: ${command}`);
    else if (commands.has(command.data.name))
      faults.push(`commands/${file}: a second command /${command.data.name}`);
    else commands.set(command.data.name, command);
  }
  if (files.length === 0) faults.push(`${folder} holds no commands`);
  if (faults.length > 0) throw new StartupError(faults.join('\n'));
  return commands;
}

/** The command, or what is wrong with its file. */
async function load(path: string): Promise<Command | string> {
  let module: { default?: unknown };
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    return `can't be loaded (${error instanceof Error ? error.message : error})`;
  }
  const missing = lackOf(module.default);
  return missing ?? (module.default as Command);
}

function lackOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'has no default export { data, execute }';
  const { data, execute, autocomplete } = value as Partial<Record<keyof Command, unknown>>;
  if (typeof data !== 'object' || data === null) return 'has no data';
  if (typeof (data as { name?: unknown }).name !== 'string') return 'has no data.name';
  if (typeof execute !== 'function') return 'has no execute function';
  if (autocomplete !== undefined && typeof autocomplete !== 'function')
    return 'has an autocomplete that is no function';
  return undefined;
}
