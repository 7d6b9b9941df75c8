import { describe, expect, it } from 'vitest'
import type { CalendarAnswer } from '../records.ts'
import { namedPosts } from './named-posts.ts'

const one = { id: 'one', name: 'One', platform: 'newsroom' }
const two = { id: 'two', name: 'Two', platform: 'bluesky' }

function post(id: string, channelId: string, campaignId: string | null): CalendarAnswer['posts'][number] {
  return {
    id,
    title: id,
    channelId,
    campaignId,
    state: 'planned',
    dueAt: '2026-11-24T09:00:00.000Z',
    plannedAt: '2026-11-24T09:00',
    timeZone: 'UTC',
    version: 1,
  }
}

describe('a post of the calendar', () => {
  it('has its channel, and leads to a goal only by a campaign that serves one', () => {
    const posts = [post('a', 'two', 'served'), post('b', 'one', 'unserved'), post('c', 'one', null)]
    const named = namedPosts({ posts, channels: [one, two], campaignsWithGoal: ['served'] })
    expect(named.map(({ id, channel, hasGoal }) => [id, channel, hasGoal])).toEqual([
      ['a', two, true],
      ['b', one, false],
      ['c', one, false],
    ])
  })
})
