import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { dayLookup, type DayRule } from './days.ts'

function names(rule: Partial<DayRule>, day: string): string[] {
  return dayLookup({ country: null, holidays: 'none', days: [], ...rule }, Holidays)(day).map(({ name }) => name)
}
const own = (day: string) => ({ days: [{ day, name: 'It' }] })

describe('days', () => {
  it.each([
    ['11-10', '2026-11-10', true],
    ['11-10', '2031-11-10', true],
    ['11-10', '2026-11-11', false],
    ['2026-11-10', '2027-11-10', false],
    ['easter -2', '2026-04-03', true],
    ['easter -2', '2027-03-26', true],
    ['1 Ramadan P29D', '2026-02-18', true],
    ['1 Ramadan P29D', '2026-03-18', true],
    ['1 Ramadan P29D', '2026-03-20', false],
    ['1 Shawwal', '2026-03-20', true],
    ['1 Ramadan P29D', '2027-02-08', true],
    ['2nd sunday in November', '2026-11-08', true],
    ['12-30 P5D', '2027-01-02', true],
    ['02-30', '2026-03-02', false],
  ] as const)('%s on %s: %s', (rule, day, falls) => expect(names(own(rule), day).length > 0).toBe(falls))

  it('knows the holidays of a country, the movable ones too', () => {
    expect(names({ country: 'TR', holidays: 'public' }, '2026-10-29')).toEqual(['Cumhuriyet Bayramı'])
    expect(names({ country: 'TR', holidays: 'public' }, '2026-03-21')).toEqual(['Ramazan Bayramı'])
    expect(names({ country: 'DE', holidays: 'public' }, '2026-04-03')).toEqual(['Karfreitag'])
    expect(names({ country: 'DE', holidays: 'public' }, '2026-04-07')).toEqual([])
  })
})
