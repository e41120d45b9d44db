import type { HttpAnswer } from '../limits/refusal.ts';
import type { RateLimit } from '../world.ts';

/** Counts requests per bucket, in real time: it is the client's own timers that wait for the reset. */
export interface Buckets {
  /** The headers of an answer, or the 429 where the bucket is used up. */
  count(bucket: string): {
    readonly headers: Readonly<Record<string, string>>;
    readonly refused?: HttpAnswer;
  };
}

interface Bucket {
  used: number;
  resetAt: number;
}

export function createBuckets({ limit, windowMs }: RateLimit): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    count(name) {
      const now = Date.now();
      let bucket = buckets.get(name);
      if (!bucket || bucket.resetAt <= now) {
        bucket = { used: 0, resetAt: now + windowMs };
        buckets.set(name, bucket);
      }
      bucket.used += 1;
      const after = (bucket.resetAt - now) / 1000;
      const headers = {
        'x-ratelimit-limit': `${limit}`,
        'x-ratelimit-remaining': `${Math.max(0, limit - bucket.used)}`,
        'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': after.toFixed(3),
        'x-ratelimit-bucket': name.replaceAll(/\W+/g, '').slice(0, 32),
      };
      return bucket.used > limit ? { headers, refused: rateLimited(after, false) } : { headers };
    },
  };
}

export const rateLimited = (retryAfter: number, global: boolean): HttpAnswer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  headers: {
    'retry-after': `${retryAfter}`,
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  },
});
