import { type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** For people to read, rather than for programs. */
  readonly pretty: boolean;
}

/** One line an event on stdout: JSON for programs, or coloured text where a person watches. */
export async function openLog({ level, pretty }: LogOptions): Promise<Log> {
  const options = { level, base: null, serializers: { err: errorOf } };
  if (!pretty) return pino(options, pino.destination({ dest: 1, sync: true }));
  const { default: prettyStream } = await import('pino-pretty');
  return pino(
    options,
    prettyStream({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }),
  );
}

/**
 * An error without the request that it may carry (discord.js's do): there stands what somebody asked, and the token of
 * the interaction, which is as good as a password for its 15 minutes.
 */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause, code, status, method } = error as Error &
    Readonly<Record<string, unknown>>;
  return {
    type: name,
    message,
    code,
    status,
    method,
    stack,
    ...(cause !== undefined && { cause: errorOf(cause) }),
  };
}
