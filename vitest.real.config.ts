import { defineConfig } from 'vitest/config';

/** The tests against real programs. One file at a time: they measure milliseconds, and share the machine's cores. */
export default defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
