import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** In ms, generous: a test fails for what the code does, never because the machine is busy. */
const TIMEOUT = 180_000;

export default defineConfig({
  test: {
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    // What a file imports is read once a worker, not once a file: two thirds of the CPU time.
    isolate: false,
    // Tests of the bot wait for its processes most of the time: on two cores three at once take half the time of one.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.process.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Those that start processes or threads, open sockets or change the process: they need Ibid built.
          name: 'processes',
          include: ['test/**/*.process.test.ts'],
          globalSetup: ['test/build.ts'],
        },
      },
    ],
  },
});
