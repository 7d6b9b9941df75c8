import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Ground {
  readonly organisationId: string
  readonly companyId: string
  readonly now: Date
}

/** What brings about what in the made-up company, by the titles of its objectives. */
const CAUSES = [
  ['Every barista can explain the harvest', 'Tell our story every working day'],
  ['Every barista can explain the harvest', 'Be the roaster people recommend'],
  ['Tell our story every working day', 'Be the roaster people recommend'],
  ['Tell our story every working day', 'Win 120 office and café accounts'],
  ['Be the roaster people recommend', 'Grow direct online revenue'],
  ['Win 120 office and café accounts', 'Grow direct online revenue'],
] as const

const MEASURES = [
  ['Be the roaster people recommend', 'clicks-per-post', '8', '4', 90],
  ['Tell our story every working day', 'posts-per-week', '5', '3', 90],
  ['Win 120 office and café accounts', 'conversion-rate', '4', '2', 90],
] as const

const TAKEN_OVER = [
  ['Tell our story every working day', 'A tasting in every shop each Friday, told the same evening.'],
  ['Every barista can explain the harvest', 'Every new colleague spends a day with the roasters.'],
] as const

/** The sample's scorecard: a KPI of its own, arrows and measures on the company's card, and the card of its first region. */
export async function plantScorecard(
  kernel: Kernel,
  db: Db,
  { organisationId, companyId, now }: Ground,
): Promise<void> {
  const at = { organisation_id: organisationId, created_at: now }
  const kpiId = kernel.clock.newId()
  await db
    .insertInto('strategy_kpis')
    .values({
      ...at,
      id: kpiId,
      name: 'Value per post, from ten posts on',
      meaning: 'What a post brings in; a single lucky one does not count for much.',
      direction: 'up',
      funnel_stage: 'conversion',
    })
    .execute()
  await db
    .insertInto('strategy_kpi_editions')
    .values({
      organisation_id: organisationId,
      kpi_id: kpiId,
      edition: 1,
      formula: 'value / max(posts, 10)',
      since: now,
    })
    .execute()
  await db
    .insertInto('strategy_kpi_sets')
    .values({ organisation_id: organisationId, kind: 'b2c', chosen_at: now })
    .execute()
  const objectives = await idsByTitle(db, organisationId)
  const idOf = (title: string) => objectives.get(title) ?? ''
  await db
    .insertInto('strategy_scorecards')
    .values({ ...at, unit_id: companyId })
    .execute()
  await db
    .insertInto('strategy_scorecard_causes')
    .values(
      CAUSES.map(([cause, effect]) => ({ ...at, unit_id: companyId, cause_id: idOf(cause), effect_id: idOf(effect) })),
    )
    .execute()
  await db
    .insertInto('strategy_scorecard_measures')
    .values(
      MEASURES.map(([objective, kpi, green, amber, days]) => ({
        ...at,
        id: kernel.clock.newId(),
        unit_id: companyId,
        objective_id: idOf(objective),
        kpi,
        kpi_edition: 1,
        green,
        amber,
        days,
      })),
    )
    .execute()
  const region = await db
    .selectFrom('organisation_units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'region')
    .orderBy('id')
    .executeTakeFirst()
  if (region === undefined) return
  await db
    .insertInto('strategy_scorecards')
    .values({ ...at, unit_id: region.id, parent_id: companyId })
    .execute()
  await db
    .insertInto('strategy_scorecard_objectives')
    .values(
      TAKEN_OVER.map(([title, contribution]) => ({
        ...at,
        unit_id: region.id,
        objective_id: idOf(title),
        contribution,
      })),
    )
    .execute()
}

async function idsByTitle(db: Db, organisationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('strategy_objectives')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.title, row.id]))
}
