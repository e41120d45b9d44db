import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type RateLimits, rateLimiter, type Ticket } from '../../src/discord/rate-limiter.ts';

/** A rate limiter of two in a second for everybody and three at once, with a clock that the test moves. */
function limiterAt(options: Partial<RateLimits> = {}) {
  let time = 1_000_000;
  const limiter = rateLimiter({ perUser: 2, windowMs: 1_000, atOnce: 3, now: () => time, ...options });
  return {
    ...limiter,
    pass(userId: string) {
      release(limiter.admit(userId));
    },
    wait(ms: number) {
      time += ms;
    },
  };
}

function release(ticket: Ticket): void {
  if (!ticket.admitted) throw new Error(`refused: ${ticket.reason}`);
  ticket.release();
}

const CLOSED = { admitted: false, reason: 'stopping' };
const BUSY = { admitted: false, reason: 'busy' };

describe('the rate limiter', () => {
  test('asks for patience from the one who is too quick, and from nobody else', () => {
    const limiter = limiterAt();
    limiter.pass('ali');
    limiter.pass('ali');
    expect(limiter.admit('ali')).toEqual({ admitted: false, reason: 'slow-down', seconds: 1 });
    expect(limiter.admit('omar')).toMatchObject({ admitted: true });
  });

  test('says how many seconds are left, and lets in when they are over', () => {
    const limiter = limiterAt({ windowMs: 10_000 });
    limiter.pass('ali');
    limiter.wait(4_000);
    limiter.pass('ali');
    expect(limiter.admit('ali')).toMatchObject({ seconds: 6 });
    limiter.wait(5_999);
    expect(limiter.admit('ali')).toMatchObject({ seconds: 1 });
    limiter.wait(1);
    limiter.pass('ali');
    expect(limiter.admit('ali')).toMatchObject({ seconds: 4 });
  });

  test('is not misled by a clock that is set back', () => {
    const limiter = rateLimiter({ perUser: 1, windowMs: 1_000, atOnce: 3 });
    release(limiter.admit('ali'));
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    onTestFinished(() => void vi.useRealTimers());
    expect(limiter.admit('ali')).toMatchObject({ reason: 'slow-down', seconds: 1 });
  });

  test('does not count what it refused', () => {
    const limiter = limiterAt();
    limiter.pass('ali');
    limiter.pass('ali');
    for (let i = 0; i < 100; i++) limiter.admit('ali');
    limiter.wait(1_000);
    limiter.pass('ali');
  });

  test('lets in no more than fit, whoever they are, until one leaves', () => {
    const limiter = limiterAt();
    const tickets = ['a', 'b', 'c'].map((user) => limiter.admit(user));
    expect(limiter.admit('d')).toEqual(BUSY);
    release(tickets[1]!);
    expect(limiter.admit('d')).toMatchObject({ admitted: true });
    expect(limiter.admit('e')).toEqual(BUSY);
  });

  test('counts a leaving once', () => {
    const limiter = limiterAt({ atOnce: 1, perUser: 9 });
    const first = limiter.admit('ali');
    release(first);
    release(first);
    expect(limiter.admit('ali')).toMatchObject({ admitted: true });
    expect(limiter.admit('ali')).toEqual(BUSY);
  });

  test('forgets the people of long ago rather than to grow', () => {
    const limiter = limiterAt({ perUser: 1 });
    limiter.pass('ali');
    for (let i = 0; i < 10_000; i++) limiter.pass(`user ${i}`);
    limiter.pass('ali');
  });

  test('closes at once where nobody is running', async () => {
    const limiter = limiterAt();
    await limiter.close();
    expect(limiter.admit('ali')).toEqual(CLOSED);
  });

  test('closes when the last one has left, and lets nobody in meanwhile', async () => {
    const limiter = limiterAt();
    const tickets = ['a', 'b'].map((user) => limiter.admit(user));
    let closed = false;
    const closing = limiter.close().then(() => {
      closed = true;
    });
    expect(limiter.admit('c')).toEqual(CLOSED);
    release(tickets[0]!);
    await Promise.resolve();
    expect(closed).toBe(false);
    release(tickets[1]!);
    await closing;
    expect(closed).toBe(true);
  });

  test('can be told twice to close, and says both times when it has', async () => {
    const limiter = limiterAt();
    const ticket = limiter.admit('ali');
    const both = Promise.all([limiter.close(), limiter.close()]);
    release(ticket);
    await both;
  });
});
