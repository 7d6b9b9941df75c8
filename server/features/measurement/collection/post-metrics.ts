import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { showResult } from '../domain/result.ts'
import { reachFrom } from '../traces/reach.ts'
import { readResult } from '../traces/store-trace.ts'
import type { Needs } from '../needs.ts'
import { seePostOf } from '../see-post.ts'
import { readClickCurve, readCollected, readPoints } from './store-points.ts'

const MOST_POINTS = 500

/** What a post's platform counted over time, and what came back through its links. Refuses an unknown post. */
export function showPostMetrics(kernel: Needs, actor: Actor, postId: string) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await seePostOf(db, actor, postId)
    const collected = await readCollected(db, organisationId, postId)
    if (collected === undefined) throw new Refusal('record.not-found')
    const { currency } = await readOrganisation(db, organisationId)
    const points = Map.groupBy(await readPoints(db, organisationId, postId, MOST_POINTS), (point) => point.metric)
    const clicks = await readClickCurve(db, organisationId, postId)
    const sums = await readResult(db, organisationId, reachFrom(organisationId, 'post', postId).post)
    return {
      collectedAt: collected.collectedAt?.toISOString() ?? null,
      nextAt: collected.nextAt?.toISOString() ?? null,
      problem: collected.problem,
      series: [...points].map(([metric, of]) => ({
        metric,
        points: of.map(({ at, value }) => ({ at: at.toISOString(), value })),
      })),
      clicks: clicks.map(({ at, value }) => ({ at: at.toISOString(), value })),
      result: showResult(sums, currency),
    }
  })
}
