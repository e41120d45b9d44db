/** The only reader of the environment: what every setting is called, what it may be, and what it is if unset. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { packageRoot } from './package.ts';
import { WrongUse } from './wrong-use.ts';

export interface Config {
  /** Absolute path of the folder (or one file) of articles. */
  readonly corpus: string;
}

/** What the command line says; it goes before the environment. */
export interface Flags {
  readonly corpus?: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one `WrongUse` that names every setting that cannot be used. */
export function configOf(env: Environment, flags: Flags = {}): Config {
  const set = withoutEmpty(env);
  const read = settings.safeParse({
    ...set,
    ...(flags.corpus !== undefined && { IBID_CORPUS: flags.corpus }),
  });
  if (!read.success) {
    throw new WrongUse(
      read.error.issues.map((issue) => `${labelOf(issue.path[0], flags)}: ${issue.message}`).join('\n'),
    );
  }
  return { corpus: resolve(read.data.IBID_CORPUS) };
}

export function readConfig(flags: Flags = {}): Config {
  return configOf(environment(), flags);
}

/** The process's environment over the `.env` of the working directory. */
export function environment(): Environment {
  const file: Record<string, string> = {};
  const { error } = readDotenv({ quiet: true, processEnv: file });
  if (error && (error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw new WrongUse(`.env cannot be read: ${error.message}`);
  }
  return { ...file, ...withoutEmpty(process.env) };
}

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and both before what the stream is. */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

const settings = z.object({
  IBID_CORPUS: z
    .string()
    .default(() => join(packageRoot(), 'corpus'))
    .refine((path) => existsSync(path), { error: ({ input }) => `there is no file or folder at "${input}"` }),
});

/** What `.env.example` must list. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

function labelOf(setting: PropertyKey | undefined, flags: Flags): string {
  return setting === 'IBID_CORPUS' && flags.corpus !== undefined ? '--corpus' : String(setting);
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}
