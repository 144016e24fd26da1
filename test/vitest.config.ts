import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { ClosingLine } from './support/closingLine.ts'

/** The layer test alone is the quick gate's; the browser runs apart, one file at a time, because it is one browser. */
const config: ViteUserConfig = defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    // Only a guard against hanging: a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: [['default', { summary: false }], new ClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/architecture.test.ts'],
        },
      },
      { extends: true, test: { name: 'layers', include: ['test/architecture.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})

export default config
