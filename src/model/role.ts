/**
 * What a process may do of an archive that several have open. `all`: follows its files where nobody else does, and reads what another one
 * writes otherwise. `writer`: waits until it is the one. `reader`: never writes.
 */
export type Role = 'all' | 'writer' | 'reader';

/** The process that follows an archive's files. */
export interface Writer {
  readonly pid: number;
  readonly host: string;
  /** When it began to, ISO 8601. */
  readonly since: string;
}
