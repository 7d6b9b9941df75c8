import { describe, expect, it } from 'vitest'
import { groupDays } from './group-days.ts'

function days(count: number) {
  return Array.from({ length: count }, (_, place) => ({
    on: new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10),
    clicks: 1,
    conversions: 0,
    posts: 2,
  }))
}

describe('days of a chart', () => {
  it('stay days within a quarter', () => {
    expect(groupDays(days(92))).toEqual({ step: 1, groups: days(92) })
  })

  it('become weeks in a year, and nothing is lost in the last one', () => {
    const { step, groups } = groupDays(days(365))
    expect(step).toBe(7)
    expect(groups[1]).toEqual({ on: '2026-01-08', clicks: 7, conversions: 0, posts: 14 })
    expect(groups.reduce((sum, group) => sum + group.clicks, 0)).toBe(365)
  })
})
