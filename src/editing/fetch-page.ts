/** A file of the web, as it came. */
export interface Page {
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly bytes: Buffer;
  /** As the server said: `text/html; charset=utf-8`. */
  readonly contentType?: string;
}

/**
 * Fetches an address that somebody typed. Who provides one answers for where it may lead: to the web alone, never into
 * the own network, bounded in size and time. Throws `DownloadError` with the reason.
 */
export type FetchPage = (url: string) => Promise<Page>;

/** Why something could not be fetched, in plain words: shown to who asked for it. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}
