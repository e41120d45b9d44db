import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sharedAdmissions } from '../../src/discord/shared-admissions.ts';

const ALI = '223456789012345678';
const OMAR = '18446744073709551615';

/** Processes that share a folder, three times in ten seconds for everybody, and a clock that the test moves. */
function processes(count: number) {
  const folder = join(mkdtempSync(join(tmpdir(), 'ibid-limits-')), 'limits');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let time = 1_000_000;
  const open = (name = 'answers') =>
    sharedAdmissions({ perUser: 3, windowMs: 10_000 }, { folder, name, now: () => time });
  return {
    folder,
    open,
    all: Array.from({ length: count }, () => open()),
    wait(ms: number) {
      time += ms;
    },
  };
}

describe('processes that share admissions', () => {
  test('admit a person as often as one alone', () => {
    const { all, wait } = processes(3);
    expect(all.map((one) => one.take(ALI))).toEqual([0, 0, 0]);
    wait(4_000);
    expect(all.map((one) => one.take(ALI))).toEqual([6_000, 6_000, 6_000]);
    expect(all.map((one) => one.take(OMAR))).toEqual([0, 0, 0]);
    wait(6_000);
    expect(all[2]!.take(ALI)).toBe(0);
  });

  test('count across the border of two windows', () => {
    const { all, wait } = processes(2);
    wait(9_000);
    expect(all.map((one) => one.take(ALI))).toEqual([0, 0]);
    wait(2_000);
    expect([all[0]!.take(ALI), all[1]!.take(ALI)]).toEqual([0, 8_000]);
  });

  test('that ask at the same moment agree on who was the last one with room', () => {
    const { folder, open, all } = processes(2);
    const [one, two] = all;
    one!.take(ALI);
    one!.take(ALI);
    // Another one admits between the look of this one and its own line: then the other was first.
    const [file] = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 0);
    two!.take(OMAR);
    const before = readFileSync(join(folder, file!));
    const line = Buffer.from(before.subarray(0, 24));
    line.writeUInt32LE(7, 16);
    appendFileSync(join(folder, file!), line);
    expect(two!.take(ALI)).toBe(10_000);
    expect([one!.take(ALI), open().take(ALI)]).toEqual([10_000, 10_000]);
  });

  test('start again after a kill with what the others know', () => {
    const { open, all } = processes(1);
    for (let i = 0; i < 3; i += 1) all[0]!.take(ALI);
    expect(open().take(ALI)).toBe(10_000);
  });

  test('count each kind of deed apart', () => {
    const { open } = processes(0);
    const [answers, suggestions] = [open('answers'), open('suggestions')];
    for (let i = 0; i < 3; i += 1) answers.take(ALI);
    expect(suggestions.take(ALI)).toBe(0);
  });

  test('leave two windows on the disk, however long they run, and nothing of who is refused', () => {
    const { folder, all, wait } = processes(1);
    for (let i = 0; i < 50; i += 1) {
      for (let asked = 0; asked < 10; asked += 1) all[0]!.take(ALI);
      wait(7_000);
    }
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(24 * 3 * 2);
  });

  test('count alone where the folder can’t be written', () => {
    const { folder, all } = processes(2);
    writeFileSync(folder, '');
    expect([0, 1, 2, 3].map(() => all[0]!.take(ALI))).toEqual([0, 0, 0, 10_000]);
    expect(all[1]!.take(ALI)).toBe(0);
  });

  test('go on after a line that a full disk has cut short', () => {
    const { folder, all, wait } = processes(2);
    all[0]!.take(ALI);
    const [file] = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 0);
    appendFileSync(join(folder, file!), Buffer.alloc(5));
    expect([all[0]!.take(ALI), all[1]!.take(OMAR)]).toEqual([0, 0]);
    wait(20_000);
    expect([all[0]!.take(ALI), all[1]!.take(ALI), all[0]!.take(ALI), all[1]!.take(ALI)]).toEqual([
      0, 0, 0, 10_000,
    ]);
  });
});
