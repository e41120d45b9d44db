/** What differs from page to page: the reader's language, and the moment that relative times count from. */
export interface Reading {
  /** A locale code of Discord's, which are BCP 47 tags. */
  readonly locale: string;
  readonly now: Date;
}
