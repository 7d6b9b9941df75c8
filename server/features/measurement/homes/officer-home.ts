import { postSeen, readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { calendarOf, endOfDay, startOfDay } from '../calendar.ts'
import { daysFrom, plusDays } from '../domain/days.ts'
import type { Needs } from '../needs.ts'
import { readCoverage } from './store-coverage.ts'
import { readDuePosts, readRecentPosts, readTroubledPosts } from './store-posts.ts'

const DAYS_AHEAD = 7

/**
 * The home of a social media officer: today's posts in the organisation's time zone, what needs somebody, days of the next week
 * on which a connected channel has nothing, and what went out last.
 */
export function officerHome(kernel: Needs, actor: Actor) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: zone } = await readOrganisation(db, organisationId)
    const { today } = calendarOf(zone, kernel.clock.now())
    const from = startOfDay(today, zone)
    const ahead = { organisationId, zone, from, to: endOfDay(plusDays(today, DAYS_AHEAD - 1), zone) }
    const given = actor.facts.agency?.channelIds
    const channels = (await readCoverage(db, ahead)).filter(
      ({ state, channelId }) => state === 'connected' && (given === undefined || given.includes(channelId)),
    )
    const of = { organisationId, seen: postSeen(actor, { channel: 'p.channel_id', campaign: 'p.campaign_id' }) }
    return {
      today: await readDuePosts(db, of, from, endOfDay(today, zone)),
      attention: await readTroubledPosts(db, of),
      gaps: daysFrom(today, DAYS_AHEAD).flatMap((on) =>
        channels
          .filter(({ posts }) => posts[on] === undefined)
          .map(({ channelId, channel }) => ({ on, channelId, channel })),
      ),
      recent: await readRecentPosts(db, of),
    }
  })
}
