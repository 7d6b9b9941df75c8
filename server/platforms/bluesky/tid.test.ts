import { describe, expect, it } from 'vitest'
import { partKey, tidMint } from './tid.ts'

const form = /^[2-7a-j][2-7a-z]{12}$/

describe('record keys', () => {
  it('have the form that posts need and sort by time', () => {
    const mint = tidMint(5)
    const keys = [0, 1, 1000, 1_800_000_000_000, 4_000_000_000_000].map((time) => mint(new Date(time)))
    for (const key of keys) expect(key).toMatch(form)
    expect([...keys].sort()).toEqual(keys)
  })

  it('carry the time and the process, as the protocol defines them', () => {
    const now = new Date('2026-11-22T12:00:00.123Z')
    const key = tidMint(5)(now)
    expect(numberOf(key) >> 10n).toBeGreaterThanOrEqual(BigInt(now.getTime()) * 1000n)
    expect((numberOf(key) >> 10n) / 1000n).toBe(BigInt(now.getTime()))
    expect(numberOf(key) & 1023n).toBe(5n)
    expect(numberOf(partKey(key, 3)) - numberOf(key)).toBe(3n << 10n)
  })

  it('leave room between two deliveries for a long thread', () => {
    const mint = tidMint(5)
    const now = new Date(1_800_000_000_000)
    const [first, second] = [mint(now), mint(now)]
    const parts = Array.from({ length: 999 }, (_, index) => partKey(first, index))
    expect(parts[0]).toBe(first)
    expect(new Set([...parts, second]).size).toBe(1000)
    expect([...parts, second].sort().at(-1)).toBe(second)
  })

  it('refuse a token that is none', () => {
    expect(() => partKey('z'.repeat(13), 0)).toThrow('Not a TID')
  })
})

function numberOf(key: string): bigint {
  return Array.from(key).reduce(
    (sum, digit) => sum * 32n + BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(digit)),
    0n,
  )
}
