/** The only reader of the environment, as it is set: `config.ts` checks it. It loads little: `ibid health` runs twice a minute. */
import { dirname, join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { packageRoot } from './package.ts';
import { UsageError } from './usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line says; it goes before the environment. */
export interface Flags {
  readonly corpus?: string | undefined;
}

/** Where things lie. */
export interface Places {
  /** Absolute path of the folder (or one file) of articles. */
  readonly corpus: string;
  /** Absolute path of Ibid's own folder. */
  readonly data: string;
}

/** The process's environment over the `.env` of the working directory. Throws `UsageError` where that can't be read. */
export function environment(): Environment {
  const file: Record<string, string> = {};
  const { error } = readDotenv({ quiet: true, processEnv: file });
  if (error && (error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw new UsageError(`.env cannot be read: ${error.message}`);
  }
  return { ...file, ...withoutEmpty(process.env) };
}

/** The settings that are set: those of the command line before the environment's, and the package's own archive where none is named. */
export function givenOf(env: Environment, { corpus }: Flags): Environment {
  return { ...shipped(), ...withoutEmpty(env), ...(corpus !== undefined && { IBID_CORPUS: corpus }) };
}

/** What stands in for what isn't set: the package's own archive. */
export function shipped() {
  return { IBID_CORPUS: join(packageRoot(), 'corpus') };
}

/** Ibid's own folder lies beside the archive where it isn't set. */
export function placesOf(set: {
  readonly IBID_CORPUS: string;
  readonly IBID_DATA?: string | undefined;
}): Places {
  const corpus = resolve(set.IBID_CORPUS);
  return {
    corpus,
    data: set.IBID_DATA === undefined ? join(dirname(corpus), '.ibid') : resolve(set.IBID_DATA),
  };
}

/** The places that are set, whether or not anything is there: for who asks the process that has them open. */
export function readPlaces(flags: Flags = {}): Places {
  return placesOf({ ...shipped(), ...givenOf(environment(), flags) });
}

/** An empty setting counts as not set. */
export function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}
