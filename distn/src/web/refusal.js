/** Expected: `message` says why in plain words, without anything of the inside of a network. */
export class Refusal extends Error {
    name = 'Refusal';
    code;
    /** The HTTP status, where there was one. */
    status;
    /** Not before then, in ms since 1970, where the server said so. */
    retryAt;
    constructor(code, message, more = {}) {
        super(message, more.cause === undefined ? {} : { cause: more.cause });
        this.code = code;
        this.status = more.status;
        this.retryAt = more.retryAt;
    }
}
