import { UsageError } from '../../usage-error.ts';

/** Short names of models that were measured with Ibid. */
const ALIASES: Readonly<Record<string, string>> = {
  english: 'sentence-transformers/all-MiniLM-L6-v2',
  multilingual: 'intfloat/multilingual-e5-small',
};

/**
 * As the hub allows: letters, digits, `.`, `_` and `-`, up to 96 characters, no `..`, no `.` or `-` at an end (huggingface_hub,
 * `validate_repo_id`). So NAME is safe as the name of a folder, and of a file in an address.
 */
const HUB_NAME = /^(?!.*\.\.)[a-z\d][\w.-]{0,95}(?<![.-])\/[a-z\d][\w.-]{0,95}(?<![.-])$/iu;

/** The hub's `OWNER/NAME` of what was typed: that, `english` or `multilingual`; undefined where it is none of them. */
export function hubNameOf(typed: string): string | undefined {
  if (Object.hasOwn(ALIASES, typed)) return ALIASES[typed];
  return HUB_NAME.test(typed) ? typed : undefined;
}

/** The same; throws a `UsageError` that says what may be typed. */
export function requiredHubName(typed: string): string {
  const name = hubNameOf(typed);
  if (name !== undefined) return name;
  throw new UsageError(
    `"${typed}" names no model: type english, multilingual, or OWNER/NAME as it stands on huggingface.co`,
  );
}
