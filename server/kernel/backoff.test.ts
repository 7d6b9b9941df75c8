import { describe, expect, it } from 'vitest'
import { backOffMs } from './backoff.ts'

const almostOne = 1 - Number.EPSILON / 2

describe('the wait before the next attempt', () => {
  it('may reach a span that doubles until the cap', () => {
    const waits = [1, 2, 3, 4, 5].map((attempt) => backOffMs({ attempt, random: 0.5, baseMs: 1000, capMs: 6000 }))
    expect(waits).toEqual([500, 1000, 2000, 3000, 3000])
  })

  it('is any part of the span, down to nothing', () => {
    const waits = [0, 0.25, almostOne].map((random) => backOffMs({ attempt: 1, random, baseMs: 1000, capMs: 6000 }))
    expect(waits).toEqual([0, 250, 999])
  })

  it('stays at the cap after thousands of failures', () => {
    expect(backOffMs({ attempt: 5000, random: 0.5, baseMs: 1000, capMs: 60_000 })).toBe(30_000)
  })
})
