import { expect } from 'vitest';

/** A run of four times the size takes four times the time where it is linear, sixteen times where it is quadratic. */
const TIMES = 4;
/** Between the two: caches and garbage make what is linear look worse by up to a half. */
const LONGEST = 10;

/** Whether `run` takes the time that its size asks for, measured at `size` and at four times that. */
export async function expectLinear(run: (size: number) => unknown, size: number): Promise<void> {
  expect(await growth(run, size, size * TIMES, LONGEST)).toBeLessThan(LONGEST);
}

/**
 * How many times as much CPU time the large run takes as the small one: both in turn, the best go of each, for what else
 * the machine does only adds to a go. Goes on until the growth is less than `enough`, or `GOES` goes have not shown that.
 */
export async function growth(
  run: (size: number) => unknown,
  small: number,
  large: number,
  enough: number,
): Promise<number> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let go = 0; go < GOES && !(go >= 2 && most / least < enough); go++) {
    least = Math.min(least, Math.max(LEAST, await cpuMs(() => run(small))));
    most = Math.min(most, await cpuMs(() => run(large)));
  }
  return most / least;
}

const GOES = 30;

/** In ms: less than this is measured as this, for it is the machine's doing as much as the run's. */
const LEAST = 0.5;

async function cpuMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
