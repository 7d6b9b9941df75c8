import type { z } from 'zod'
import type { AudienceResults } from '#contract/audience-results.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { calendarOf, periodOf, type PeriodName } from '../calendar.ts'
import { sumBrought } from '../domain/brought.ts'
import type { Needs } from '../needs.ts'
import { readBrought, readListed } from './store-results.ts'

interface Request {
  readonly period: PeriodName
  readonly campaignId?: string | undefined
}

/**
 * What came back from the posts for each audience since the period began, or of one campaign from its beginning. It says which
 * posts spoke to an audience, not who of them reacted.
 */
export function showAudienceResults(
  kernel: Needs,
  { organisationId }: Actor,
  { period: name, campaignId }: Request,
): Promise<z.infer<typeof AudienceResults>> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: zone } = await readOrganisation(db, organisationId)
    const now = kernel.clock.now()
    const from = campaignId === undefined ? periodOf(name, calendarOf(zone, now)).from : null
    const wanted = { organisationId, from, campaignId: campaignId ?? null }
    const brought = await readBrought(db, wanted)
    const rows = Map.groupBy(brought, (row) => row.audienceId)
    const listed = await readListed(db, organisationId, wanted.campaignId)
    return {
      from: from?.toISOString() ?? null,
      to: now.toISOString(),
      items: listed.map((audience) => {
        const own = rows.get(audience.id) ?? []
        return { audience, ...sumBrought(own), alone: sumBrought(own.filter((row) => row.alone)) }
      }),
      unnamed: sumBrought(rows.get(null) ?? []),
      shared: brought[0]?.shared ?? 0,
    }
  })
}
