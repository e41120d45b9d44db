import { type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** For people to read, rather than for programs. */
  readonly pretty: boolean;
}

/** One line an event on stdout: JSON for programs, or coloured text where a person watches. */
export async function openLog({ level, pretty }: LogOptions): Promise<Log> {
  const options = { level, base: null };
  if (!pretty) return pino(options, pino.destination({ dest: 1, sync: true }));
  const { default: prettyStream } = await import('pino-pretty');
  return pino(options, prettyStream({ sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }));
}
