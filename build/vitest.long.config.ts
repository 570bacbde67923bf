import { defineConfig } from 'vitest/config'

/** Long fuzz and kill runs. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/long/**/*.test.ts', 'test/long/**/*.test.tsx'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    reporters: ['default'],
  },
})
