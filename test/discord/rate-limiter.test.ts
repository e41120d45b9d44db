import { describe, expect, test } from 'vitest';
import { type Entry, type GateOptions, gate } from '../../src/discord/rate-limiter.ts';

/** A gate of two in a second for everybody and three at once, with a clock that the test moves. */
function gateAt(options: Partial<GateOptions> = {}) {
  let time = 1_000_000;
  const door = gate({ perUser: 2, windowMs: 1_000, atOnce: 3, now: () => time, ...options });
  return {
    ...door,
    pass(userId: string) {
      leave(door.enter(userId));
    },
    wait(ms: number) {
      time += ms;
    },
  };
}

function leave(entry: Entry): void {
  if (!entry.open) throw new Error(`refused: ${entry.why}`);
  entry.leave();
}

const CLOSED = { open: false, why: 'stopping' };
const BUSY = { open: false, why: 'busy' };

describe('the gate', () => {
  test('asks for patience from the one who is too quick, and from nobody else', () => {
    const door = gateAt();
    door.pass('ali');
    door.pass('ali');
    expect(door.enter('ali')).toEqual({ open: false, why: 'slow-down', seconds: 1 });
    expect(door.enter('omar')).toMatchObject({ open: true });
  });

  test('says how many seconds are left, and lets in when they are over', () => {
    const door = gateAt({ windowMs: 10_000 });
    door.pass('ali');
    door.wait(4_000);
    door.pass('ali');
    expect(door.enter('ali')).toMatchObject({ seconds: 6 });
    door.wait(5_999);
    expect(door.enter('ali')).toMatchObject({ seconds: 1 });
    door.wait(1);
    door.pass('ali');
    expect(door.enter('ali')).toMatchObject({ seconds: 4 });
  });

  test('does not count what it refused', () => {
    const door = gateAt();
    door.pass('ali');
    door.pass('ali');
    for (let i = 0; i < 100; i++) door.enter('ali');
    door.wait(1_000);
    door.pass('ali');
  });

  test('lets in no more than fit, whoever they are, until one leaves', () => {
    const door = gateAt();
    const inside = ['a', 'b', 'c'].map((user) => door.enter(user));
    expect(door.enter('d')).toEqual(BUSY);
    leave(inside[1]!);
    expect(door.enter('d')).toMatchObject({ open: true });
    expect(door.enter('e')).toEqual(BUSY);
  });

  test('counts a leaving once', () => {
    const door = gateAt({ atOnce: 1, perUser: 9 });
    const first = door.enter('ali');
    leave(first);
    leave(first);
    expect(door.enter('ali')).toMatchObject({ open: true });
    expect(door.enter('ali')).toEqual(BUSY);
  });

  test('forgets the people of long ago rather than to grow', () => {
    const door = gateAt({ perUser: 1 });
    door.pass('ali');
    for (let i = 0; i < 10_000; i++) door.pass(`user ${i}`);
    door.pass('ali');
  });

  test('closes at once where nobody is inside', async () => {
    const door = gateAt();
    await door.close();
    expect(door.enter('ali')).toEqual(CLOSED);
  });

  test('closes when the last one has left, and lets nobody in meanwhile', async () => {
    const door = gateAt();
    const inside = ['a', 'b'].map((user) => door.enter(user));
    let closed = false;
    const closing = door.close().then(() => {
      closed = true;
    });
    expect(door.enter('c')).toEqual(CLOSED);
    leave(inside[0]!);
    await Promise.resolve();
    expect(closed).toBe(false);
    leave(inside[1]!);
    await closing;
    expect(closed).toBe(true);
  });

  test('can be told twice to close, and says both times when it has', async () => {
    const door = gateAt();
    const entry = door.enter('ali');
    const both = Promise.all([door.close(), door.close()]);
    leave(entry);
    await both;
  });
});
