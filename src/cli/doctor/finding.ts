/** What one look at a set-up has found. */
export interface Finding {
  /** What was looked at, in a word. */
  readonly check: string;
  /** `failed`: Ibid can't run as it is meant to. `warning`: it runs, with less. */
  readonly state: 'ok' | 'warning' | 'failed';
  /** What is so, in a line. */
  readonly text: string;
  /** What to do. */
  readonly advice?: string;
}

export function ok(check: string, text: string): Finding {
  return { check, state: 'ok', text };
}

export function warning(check: string, text: string, advice?: string): Finding {
  return { check, state: 'warning', text, ...(advice !== undefined && { advice }) };
}

export function failed(check: string, text: string, advice?: string): Finding {
  return { check, state: 'failed', text, ...(advice !== undefined && { advice }) };
}
