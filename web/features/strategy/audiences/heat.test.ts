import { expect, it } from 'vitest'
import { heatOf } from './heat.ts'

it('never draws less for more, nothing only for nothing, and the most strongest', () => {
  for (const most of [1, 2, 3, 7, 40, 1000]) {
    const heats = Array.from({ length: most + 1 }, (_, count) => heatOf(count, most))
    expect(heats).toEqual(heats.toSorted((one, other) => one - other))
    expect([heats[0], heats.at(-1)]).toEqual([0, 4])
    expect(heats.slice(1)).not.toContain(0)
  }
  expect(heatOf(0, 0)).toBe(0)
})
