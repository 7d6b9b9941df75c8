import { describe, expect, it } from 'vitest'
import type { CalendarPost } from '../records.ts'
import { arrange, emptyRuns } from './arrange.ts'
import { campaignRows } from './campaign-rows.ts'
import { monthOf, step, weekNumber, weekOf } from './span.ts'

function post(id: string, dueAt: string, given: Partial<CalendarPost> = {}): CalendarPost {
  return {
    id,
    title: id,
    channelId: 'one',
    channel: { id: 'one', name: 'One', platform: 'newsroom' },
    campaignId: null,
    hasGoal: true,
    state: 'planned',
    dueAt,
    plannedAt: dueAt.slice(0, 16),
    timeZone: 'UTC',
    version: 1,
    ...given,
  }
}

function clashes(...posts: CalendarPost[]) {
  return arrange(posts, 'UTC').map((placed) => [placed.post.id, placed.clash, placed.clashesWithEarlier])
}

describe('clashes', () => {
  it('are two posts of one channel less than 30 minutes apart; the later one says so', () => {
    expect(clashes(post('b', '2026-11-27T10:15:00Z'), post('a', '2026-11-27T10:00:00Z'))).toEqual([
      ['a', 15, false],
      ['b', 15, true],
    ])
    expect(clashes(post('a', '2026-11-27T10:00:00Z'), post('b', '2026-11-27T10:30:00Z'))).toEqual([
      ['a', null, false],
      ['b', null, false],
    ])
  })

  it('are not between channels, with what was cancelled, or between two that are out', () => {
    const at = '2026-11-27T10:00:00Z'
    const channel = { id: 'two', name: 'Two', platform: 'bluesky' }
    expect(clashes(post('a', at), post('b', at, { channelId: channel.id, channel }))).toEqual([
      ['a', null, false],
      ['b', null, false],
    ])
    expect(clashes(post('a', at), post('b', at, { state: 'cancelled' }))[0]).toEqual(['a', null, false])
    expect(clashes(post('a', at, { state: 'published' }), post('b', at, { state: 'published' }))[0]).toEqual([
      'a',
      null,
      false,
    ])
  })
})

describe('the days of the calendar', () => {
  it('a post lies on the day that the reader has at that moment', () => {
    const late = post('a', '2026-11-24T22:30:00Z')
    expect(arrange([late], 'Europe/Istanbul')[0]?.day).toBe('2026-11-25')
    expect(arrange([late], 'Europe/London')[0]?.day).toBe('2026-11-24')
  })

  it('a month is shown in whole weeks from Monday', () => {
    const weeks = monthOf('2026-11-24')
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-12-06'])
    expect(monthOf('2027-02-10')).toHaveLength(4)
    expect(weekOf('2026-11-29')[0]).toBe('2026-11-23')
  })

  it('steps go by week or by month, over the ends of years', () => {
    expect(step('month', '2026-12-31', 1)).toBe('2027-01-01')
    expect(step('month', '2026-03-31', -1)).toBe('2026-02-01')
    expect(step('week', '2026-12-30', 1)).toBe('2027-01-06')
    expect([weekNumber('2026-11-24'), weekNumber('2027-01-01')]).toEqual([48, 53])
  })

  it('two empty days from today on are a gap; days gone by are not', () => {
    const days = weekOf('2026-11-24')
    expect(emptyRuns(days, (day) => day >= '2026-11-28' || day === '2026-11-26', '2026-11-25')).toEqual([
      { from: 5, length: 2 },
    ])
    expect(emptyRuns(days, () => true, '2026-11-29')).toEqual([])
  })
})

describe('campaign bars', () => {
  const week = weekOf('2026-11-24')
  it('share a row where they do not overlap and say where they go on', () => {
    const bars = campaignRows(
      [
        { id: 'a', title: 'A', startsOn: '2026-11-16', endsOn: '2026-11-30' },
        { id: 'b', title: 'B', startsOn: '2026-11-20', endsOn: '2026-11-26' },
        { id: 'c', title: 'C', startsOn: '2026-11-27', endsOn: '2026-12-20' },
        { id: 'd', title: 'D', startsOn: '2026-12-27', endsOn: '2026-12-30' },
      ],
      week,
    )
    expect(
      bars.map(({ campaign, from, to, row, before, after }) => [campaign.id, from, to, row, before, after]),
    ).toEqual([
      ['a', 0, 6, 0, true, true],
      ['b', 0, 3, 1, true, false],
      ['c', 4, 6, 1, false, true],
    ])
  })
})
