import { createHash } from 'node:crypto';

/** A short fingerprint of some text: enough to see that it is no longer the same, not to keep secrets. */
export function fingerprint(text: string, length = 8): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
