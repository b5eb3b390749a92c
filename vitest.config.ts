import { defineConfig } from 'vitest/config';

/** The tests that need nothing but Node: no network beyond loopback, no root, no other program. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**', 'probes/**'], exclude: ['probes/_template.ts'] },
  },
});
