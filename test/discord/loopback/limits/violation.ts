/** One reason why Discord would refuse a body, in the words of its error tree. */
export interface Violation extends Complaint {
  readonly rule: string;
}

export interface Complaint {
  /** Dotted place in the body, as in Discord's `errors`: `data.embeds.0.title`. */
  readonly at: string;
  readonly message: string;
  readonly code: string;
}

/** A rule is named by its function and says nothing where all is well. */
export type Rule<Body> = (body: Body) => Iterable<Complaint>;

export function violationsOf<Body>(
  rules: readonly Rule<Body>[],
  body: Body,
  within = '',
): readonly Violation[] {
  return rules.flatMap((rule) =>
    [...rule(body)].map((found) => ({ ...found, at: joinPath(within, found.at), rule: rule.name })),
  );
}

export const complaint = (at: string, message: string, code = 'BASE_TYPE_INVALID'): Complaint => ({
  at,
  message,
  code,
});

export const tooLong = (at: string, limit: number): Complaint =>
  complaint(at, `Must be ${limit} or fewer in length.`, 'BASE_TYPE_MAX_LENGTH');

export const missing = (at: string): Complaint =>
  complaint(at, 'This field is required', 'BASE_TYPE_REQUIRED');

/** The first value of each later pair that repeats an earlier one, with its place. */
export function* repeated(
  values: Iterable<{ readonly value: string; readonly at: string }>,
  message: string,
  code: string,
): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const { value, at } of values) {
    if (seen.has(value)) yield complaint(at, message, code);
    seen.add(value);
  }
}

export const joinPath = (...parts: readonly string[]): string => parts.filter(Boolean).join('.');
