import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Tests of the bot wait for its processes most of the time: on two cores three at once take half the time of one.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
