/** What became of one article that a feed links to. */
export interface ArticleReport {
  readonly url: string;
  readonly title: string | undefined;
  /** `new`: it would be fetched, were it not for `--dry-run`. */
  readonly outcome: 'stored' | 'known' | 'refused' | 'given up' | 'new';
  /** In the archive, of one that is stored. */
  readonly path?: string;
  /** Why it wasn't taken. */
  readonly reason?: string;
}

/** What became of one feed in a pass. */
export interface FeedReport {
  readonly feed: string;
  readonly outcome: 'read' | 'not modified' | 'refused' | 'not due';
  readonly reason?: string;
  readonly articles: readonly ArticleReport[];
  /** Articles that are still to be fetched. */
  readonly pending: number;
  /** When it is looked at again, in ms since 1970. */
  readonly nextAt: number;
}

export interface PassReport {
  readonly feeds: readonly FeedReport[];
  /** Lines of the list that are no address. */
  readonly faults: readonly string[];
}
