/** What kept a page from being fetched. */
export type RefusalCode =
  /** Not an http(s) address, or none at all. */
  | 'not-web'
  /** A user name or password stands in the address. */
  | 'credentials'
  | 'port'
  /** Loopback, private, link-local …: not of the public internet, and not in the list of hosts that are allowed. */
  | 'not-public'
  | 'redirects'
  | 'robots'
  /** The server asks to come back later (429, 503). */
  | 'wait'
  /** Any other HTTP status but 200 and 304. */
  | 'status'
  | 'content-type'
  | 'too-large'
  | 'too-slow'
  /** No such host, no connection, a certificate that can't be trusted, an answer that breaks off. */
  | 'unreachable';

/** Expected: `message` says why in plain words, without anything of the inside of a network. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  /** Not before then, in ms since 1970, where the server said so. */
  readonly retryAt: number | undefined;

  constructor(
    code: RefusalCode,
    message: string,
    more: { status?: number; retryAt?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.retryAt = more.retryAt;
  }
}
