import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['engine/test/one-seed.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'engine', include: ['engine/**/*.test.ts', 'packs/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['app/test/global-setup.ts'],
        },
      },
    ],
  },
});
