import { defineConfig } from 'vitest/config'

/** Tests of areas that need neither a display nor a network; `test/app` has a configuration of its own. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/app/**', 'test/long/**', 'test/bench/**'],
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
