import { defineConfig } from 'vitest/config'

// Unit and database tests lie beside what they test; the shared servers are started once for the run.
export default defineConfig({
  test: {
    globalSetup: ['./packages/testing/src/global-setup.ts'],
    include: [
      'packages/**/*.test.{ts,tsx}',
      'apps/**/*.test.{ts,tsx}',
      'tests/{architecture,isolation,hostile,s3,infra}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/build/**'],
    // Patience, not a measure: a loaded machine is slow, a hung test is not in a hurry.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // A worker loads the platform's modules once, not once a file: no test changes them.
    isolate: false,
    maxWorkers: 2,
  },
})
