import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kinship,names,airlift,app,stories,checks,examples,verification}/**/*.test.ts'],
    globalSetup: ['stories/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One database server serves all files; two cores serve two of them at a time.
    maxWorkers: 2,
  },
})
