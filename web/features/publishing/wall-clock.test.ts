import { describe, expect, it } from 'vitest'
import { inZone, instantOf, isSkipped, planOnDay, wallOf } from './wall-clock.ts'

describe('from a wall-clock time to an instant', () => {
  it('takes the offset of that day, on both sides of a change of clocks', () => {
    expect(instantOf('2026-11-24T09:00', 'Europe/Istanbul').toISOString()).toBe('2026-11-24T06:00:00.000Z')
    expect(instantOf('2026-03-28T09:00', 'Europe/Berlin').toISOString()).toBe('2026-03-28T08:00:00.000Z')
    expect(instantOf('2026-03-29T09:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T07:00:00.000Z')
    expect(instantOf('2026-11-01T12:00', 'America/New_York').toISOString()).toBe('2026-11-01T17:00:00.000Z')
  })

  it('knows the hour that the clocks skip', () => {
    expect(isSkipped('2026-03-29T02:30', 'Europe/Berlin')).toBe(true)
    expect(isSkipped('2026-03-29T03:30', 'Europe/Berlin')).toBe(false)
  })
})

describe('moving a plan', () => {
  it('keeps the clock time of its own zone when it goes to another day', () => {
    const late = { plannedAt: '2026-11-24T23:30:00', dueAt: '2026-11-24T23:30:00Z' }
    expect(planOnDay(late, '2026-11-27', 'Europe/Istanbul')).toBe('2026-11-26T23:30')
    expect(
      planOnDay({ plannedAt: '2026-03-28T09:00', dueAt: '2026-03-28T08:00:00Z' }, '2026-03-30', 'Europe/Berlin'),
    ).toBe('2026-03-30T09:00')
  })

  it('reads a time of one clock on another', () => {
    expect(inZone(wallOf('2026-11-24', 9 * 60), 'Europe/Istanbul', 'Europe/London')).toBe('2026-11-24T06:00')
    expect(inZone('2026-11-24T01:00', 'Europe/Istanbul', 'Europe/London')).toBe('2026-11-23T22:00')
  })
})
