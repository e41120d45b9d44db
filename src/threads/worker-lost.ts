/** Which bound ended a thread; `crash`: none, it ended by itself; `closed`: it was told to end. */
export type BoundKind = 'cpu' | 'wall' | 'heap' | 'growth' | 'crash' | 'closed';

/** A call was not answered because its thread ended. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
  readonly kind: BoundKind;
  /** Of the bound, in its own unit (ms or MB); 0 where there is none. */
  readonly limit: number;

  constructor(kind: BoundKind, limit: number, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.kind = kind;
    this.limit = limit;
  }
}
