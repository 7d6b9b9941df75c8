import { describe, expect, it } from 'vitest'
import {
  addDays,
  cityOf,
  dayOf,
  daysBetween,
  formatDay,
  formatElsewhere,
  formatInstant,
  formatRelative,
  sameClock,
  wallClock,
} from './time.ts'

const istanbul = { locale: 'en-GB', timeZone: 'Europe/Istanbul' }

describe('times for people', () => {
  it('finds the calendar day of an instant in a zone, across midnight', () => {
    expect(dayOf('2026-11-24T22:30:00Z', 'Europe/Istanbul')).toBe('2026-11-25')
    expect(dayOf('2026-11-24T22:30:00Z', 'America/New_York')).toBe('2026-11-24')
  })

  it('writes midnight as 00:00 and not as 24:00', () => {
    expect(wallClock('2026-11-24T21:00:00Z', 'Europe/Istanbul')).toBe('2026-11-25T00:00')
  })

  it('counts calendar days across a change of the clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
  })

  it('shows an instant by the clock of the reader, in their language', () => {
    expect(formatInstant(istanbul, '2026-11-24T06:12:00Z')).toBe('Tue, 24 Nov 2026, 09:12')
    expect(formatInstant({ ...istanbul, locale: 'tr' }, '2026-11-24T06:12:00Z')).toBe('24 Kas 2026 Sal 09:12')
  })

  it('shows a calendar day as it is, wherever the reader lives', () => {
    expect(formatDay({ locale: 'en-GB', timeZone: 'Pacific/Kiritimati' }, '2026-11-24')).toBe('24 Nov 2026')
    expect(formatDay({ locale: 'en-GB', timeZone: 'Pacific/Midway' }, '2026-11-24', { short: true })).toBe('24 Nov')
  })

  it('names the time elsewhere only where another clock hangs there', () => {
    expect(formatElsewhere(istanbul, '2026-11-24T06:12:00Z', 'Asia/Riyadh')).toBeNull()
    expect(formatElsewhere(istanbul, '2026-11-24T06:12:00Z', 'Europe/London')).toBe('06:12 London')
    expect(formatElsewhere(istanbul, '2026-11-24T22:30:00Z', 'America/New_York')).toBe('Tue 24 Nov, 17:30 New York')
    expect(sameClock('2026-07-01T00:00:00Z', 'Europe/Istanbul', 'Europe/Helsinki')).toBe(true)
    expect(sameClock('2026-11-24T00:00:00Z', 'Europe/Istanbul', 'Europe/Helsinki')).toBe(false)
  })

  it('says how far away a time is in the largest unit that fits', () => {
    const now = new Date('2026-11-24T06:00:00Z')
    expect(formatRelative(istanbul, '2026-11-24T06:18:00Z', now)).toBe('in 18 minutes')
    expect(formatRelative(istanbul, '2026-11-23T06:00:00Z', now)).toBe('yesterday')
    expect(formatRelative(istanbul, '2026-11-24T06:00:20Z', now)).toBe('now')
  })

  it('names the city of a zone', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})
