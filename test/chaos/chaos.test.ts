import { expect, it } from 'vitest'
import { cloneDatabase } from '../database.ts'
import { runChaos } from './chaos.ts'

it(
  'loses nothing and sends nothing twice while workers are killed in the middle of sending',
  { timeout: 240_000 },
  async () => {
    const database = await cloneDatabase()
    try {
      const result = await runChaos({
        connection: database.connection,
        posts: 50,
        kills: 5,
        workers: 2,
        spreadSeconds: 8,
      })
      expect(result).toMatchObject({ lost: 0, twice: 0, kills: 5 })
      expect((result.states['published'] ?? 0) + (result.states['needs-person'] ?? 0)).toBe(50)
    } finally {
      await database.drop()
    }
  },
)
