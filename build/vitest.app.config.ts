import { defineConfig } from 'vitest/config'

/** Tests with real windows, packages and tools, one file after the other: they share two cores and a display. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/house/**/*.test.ts', 'test/app/**/*.test.ts', 'test/dist/**/*.test.ts'],
    globalSetup: ['test/kit/ready-for-apps.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
    // Several programs share one display and its focus: what fails once by that must hold the second time.
    retry: 1,
    reporters: ['default'],
  },
})
