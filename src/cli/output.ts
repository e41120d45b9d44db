/** Where a verb writes: cli.ts gives it the process's streams, a test a list. */
export interface Output {
  /** One line (or several) of the result, on stdout. */
  readonly write: (text: string) => void;
  /** One line beside the result, on stderr. */
  readonly warn: (text: string) => void;
}
