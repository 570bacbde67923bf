import { defineConfig } from 'vitest/config'

/** Quick tests of areas that need no display; vitest.app.config.ts has the others. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/app/**', 'test/house/**', 'test/dist/**', 'test/long/**', 'test/bench/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
