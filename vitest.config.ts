import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { findChromium } from './test/chromium.ts'

const everywhere = {
  // Child processes: `pg` and sharp hold native handles, and tests start and kill processes of their own.
  pool: 'forks',
  isolate: false,
} as const

/** Follows the focus from press to press, which a busy machine upsets. */
const ALONE = ['test/e2e/keyboard.e2e.ts']
const browser = {
  ...everywhere,
  env: { TUTTI_CHROMIUM: findChromium() ?? '' },
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    reporters: process.env['CI'] === undefined ? ['default'] : [['default', { summary: false }]],
    // Here and not in the projects: once for all of them.
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          ...everywhere,
          name: 'unit',
          include: ['{contract,server,locales,web}/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'test/servers/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Many of them wait: for processes, for a platform, for the database. One for each core but one would wait with them.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...browser,
          name: 'browser',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: ALONE,
          // The long look at every screen beside the journeys; more at once would only wait for each other.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...browser,
          name: 'browser-alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
