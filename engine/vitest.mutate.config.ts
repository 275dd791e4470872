import { defineConfig } from 'vitest/config';

/** The engine's own tests, for mutation testing; each mutant runs the tests that reach it. Tests that read sources are left out. */
export default defineConfig({
  test: {
    include: ['engine/src/**/*.test.ts', 'engine/test/**/*.test.ts'],
    exclude: ['engine/src/pure.test.ts', 'engine/src/pack/json-schema.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
