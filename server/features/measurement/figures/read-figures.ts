import { sql } from 'kysely'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Figures, FiguresWanted } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { figuresOf, platformMetricsOf } from '../domain/figures.ts'
import { METRICS } from '#contract/kpi-catalogue.ts'
import { sumFacts } from '../domain/facts.ts'
import { readEngagementFacts } from '../goals/store-engagements.ts'
import { calendarOf } from '../calendar.ts'
import { readCostFacts } from '../goals/read-cost-facts.ts'
import { readFacts } from '../goals/store-facts.ts'

/**
 * What happened between each edge and the next: for the whole organisation, or for the campaigns of a unit and of those below
 * it. What platforms counted is that of the posts published since the first edge.
 */
export async function readFigures(
  db: Db,
  { organisationId, now, edges, unitId, costs }: FiguresWanted,
): Promise<Figures[]> {
  const [from] = edges
  if (from === undefined) return []
  const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
  const campaignIds = unitId === null ? null : await campaignsOfUnit(db, organisationId, unitId)
  const wanted = { organisationId, by: 'campaign', campaignIds, from, publishedEdges: [], edges } as const
  const facts = [
    ...(campaignIds?.length === 0 ? [] : await readFacts(db, wanted)),
    ...(await readEngagementFacts(db, {
      ...wanted,
      metrics: platformMetricsOf(METRICS.map(({ id }) => id)),
      now,
      points: edges.slice(1),
    })),
    ...(await readCostFacts(db, { ...wanted, currency, calendar: calendarOf(zone, now), costs })),
  ]
  const byStretch = Map.groupBy(facts, (fact) => fact.at)
  // What happens at the last edge itself, mostly now, still belongs to the last stretch.
  byStretch.set(edges.length - 1, [...(byStretch.get(edges.length - 1) ?? []), ...(byStretch.get(edges.length) ?? [])])
  return edges.slice(1).map((end, place) => {
    const sums = sumFacts(byStretch.get(place + 1) ?? [], () => true)
    return figuresOf(sums, currency, Math.floor((end.getTime() - (edges[place] ?? end).getTime()) / 1000))
  })
}

async function campaignsOfUnit(db: Db, organisationId: string, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from organisation_units where organisation_id = ${organisationId} and id = ${unitId}
      union all
      select u.id from organisation_units u join below b on u.organisation_id = ${organisationId} and u.parent_id = b.id
    ) select c.id from content_campaigns c join below b on c.unit_id = b.id where c.organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
