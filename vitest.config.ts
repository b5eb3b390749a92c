import { defineConfig } from 'vitest/config';

/** The tests that need nothing but Node: no network beyond loopback, no root, no other program. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**'],
    // One start for many files: a fresh one for each took longer than all the tests together.
    isolate: false,
    restoreMocks: true,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**', 'probes/**'], exclude: ['probes/_template.ts'] },
  },
});
