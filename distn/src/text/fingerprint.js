import { createHash } from 'node:crypto';
/** The first `length` characters of a text's SHA-256 in base64url: enough to notice a change, not to keep secrets. */
export function fingerprint(text, length = 8) {
    return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
