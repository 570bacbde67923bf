import { defineConfig } from 'vitest/config'

/** Tests of areas that need no display; those in real windows have a configuration of their own. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/app/**', 'test/dist/**', 'test/long/**', 'test/bench/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
