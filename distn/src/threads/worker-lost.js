/** A call was not answered because its thread ended. */
export class WorkerLostError extends Error {
    name = 'WorkerLostError';
    kind;
    /** Of the bound, in its own unit (ms or MB); 0 where there is none. */
    limit;
    constructor(kind, limit, message, cause) {
        super(message, cause === undefined ? {} : { cause });
        this.kind = kind;
        this.limit = limit;
    }
}
