import { expect, it } from 'vitest'
import { createCommandWorld, EMAIL, found } from './command-world.ts'
import { sample } from './sample.ts'

it('plants a sample for the first administrator, puts a new one in its place, and removes it', async () => {
  await using world = await createCommandWorld()
  await expect(sample(world.terminal(), null, {})).rejects.toThrow('There is no organisation yet')
  await found(world)
  const terminal = world.terminal()
  await sample(terminal, null, {})
  await sample(world.terminal(), EMAIL, {})
  expect(terminal.printed.join()).toContain(EMAIL)
  const samples = 'select count(*)::int from organisations where sample'
  expect(await world.query(samples)).toEqual([{ count: 1 }])
  await sample(world.terminal(), null, { remove: true })
  expect(await world.query(samples)).toEqual([{ count: 0 }])
})
