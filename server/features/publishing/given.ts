import { seesPost } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { readCalendar } from './posts/read-calendar.ts'

type CalendarShown = Awaited<ReturnType<typeof readCalendar>>

/** Of a calendar just what a guest was given; for everybody else as it is. */
export function calendarSeen(actor: Actor, calendar: CalendarShown): CalendarShown {
  const { agency } = actor.facts
  if (agency === null) return calendar
  return {
    ...calendar,
    posts: calendar.posts.filter((post) => seesPost(actor, post)),
    channels: calendar.channels.filter(({ id }) => agency.channelIds.includes(id)),
    campaigns: calendar.campaigns.filter(({ id }) => agency.campaignIds.includes(id)),
    campaignsWithGoal: calendar.campaignsWithGoal.filter((id) => agency.campaignIds.includes(id)),
  }
}
