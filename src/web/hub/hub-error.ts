/** Why a model can't be fetched, and what to do: one line for who runs Ibid. */
export class HubError extends Error {
  override readonly name = 'HubError';
  /** Whether asking again at once may help: a connection that was cut, not an answer that says no. */
  readonly isCut: boolean;

  constructor(message: string, options: { readonly cause?: unknown; readonly isCut?: boolean } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.isCut = options.isCut ?? false;
  }
}
