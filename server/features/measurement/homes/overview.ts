import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { calendarOf, periodOf, type PeriodName } from '../calendar.ts'
import { byKey, edgesOf, sumFacts } from '../domain/facts.ts'
import { showResult } from '../domain/result.ts'
import { readEngagementsByChannel, readLatestEngagements } from '../goals/store-engagements.ts'
import { readFacts } from '../goals/store-facts.ts'
import type { Needs } from '../needs.ts'
import { daySteps } from './series.ts'
import { readBestPosts, readChannels } from './store-overview.ts'

/**
 * What came back since the period began, by day, channel and post. Clicks and conversions count when they happened; engagements
 * are those of the posts published in the period, as counted last.
 */
export function showOverview(kernel: Needs, actor: Actor, { period: name }: { readonly period: PeriodName }) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const period = periodOf(name, calendar)
    const days = daySteps(period, calendar)
    const edges = edgesOf(days.map((day) => day.from))
    const facts = await readFacts(db, {
      organisationId,
      by: 'channel',
      campaignIds: null,
      from: period.from,
      publishedEdges: [],
      edges,
    })
    const best = await readBestPosts(db, { organisationId, currency, from: period.from })
    const engagements = await readEngagementsByChannel(db, organisationId, period.from)
    const ofPost = await readLatestEngagements(
      db,
      organisationId,
      best.map((post) => post.id),
    )
    const [byDay, ofChannel] = [Map.groupBy(facts, (fact) => fact.at), byKey(facts)]
    return {
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      total: showResult(
        sumFacts(facts, () => true),
        currency,
      ),
      engagements: [...engagements.values()].reduce((sum, count) => sum + count, 0),
      days: days.map(({ on }, place) => {
        const { clicks, conversions, posts } = sumFacts(byDay.get(place + 1) ?? [], () => true)
        return { on, clicks, conversions, posts }
      }),
      channels: (await readChannels(db, organisationId)).map((channel) => ({
        ...channel,
        result: showResult(
          sumFacts(ofChannel.get(channel.id) ?? [], () => true),
          currency,
        ),
        engagements: engagements.get(channel.id) ?? 0,
      })),
      posts: best.map(({ sums, publishedAt, ...post }) => ({
        ...post,
        publishedAt: publishedAt.toISOString(),
        result: showResult(sums, currency),
        engagements: ofPost.get(post.id) ?? 0,
      })),
    }
  })
}
