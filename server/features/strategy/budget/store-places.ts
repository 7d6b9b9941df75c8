import { sql, type RawBuilder } from 'kysely'

export interface Titled {
  readonly id: string
  readonly title: string
}

/** What a row is charged to, with its title, as three columns. Units are called by their name. */
export function placeColumns(organisationId: string, row: string): RawBuilder<unknown> {
  const titled = (table: string, column: string, title: string) =>
    sql`(select json_build_object('id', x.id, 'title', x.${sql.ref(title)}) from ${sql.table(table)} x
      where x.organisation_id = ${organisationId} and x.id = ${sql.ref(`${row}.${column}`)})`
  return sql`${titled('organisation_units', 'unit_id', 'name')} as unit,
    ${titled('content_campaigns', 'campaign_id', 'title')} as campaign, ${titled('strategy_plans', 'plan_id', 'title')} as plan`
}

export interface PlaceFilter {
  readonly unitId?: string | undefined
  readonly campaignId?: string | undefined
  readonly planId?: string | undefined
}

/** What is charged to these, and to nothing else. A tactical plan has also what is charged to the action plans below it. */
export function chargedTo(
  organisationId: string,
  { unitId, campaignId, planId }: PlaceFilter,
  row: string,
): RawBuilder<unknown> {
  const same = (column: string, id: string | undefined) =>
    id === undefined ? sql`` : sql` and ${sql.ref(`${row}.${column}`)} = ${id}`
  const ofPlan =
    planId === undefined
      ? sql``
      : sql` and ${sql.ref(`${row}.plan_id`)} in (
          select id from strategy_plans where organisation_id = ${organisationId} and (id = ${planId} or parent_id = ${planId}))`
  return sql`true${same('unit_id', unitId)}${same('campaign_id', campaignId)}${ofPlan}`
}

export interface PlaceRow {
  readonly unit: Titled | null
  readonly campaign: Titled | null
  readonly plan: Titled | null
}

/** The ids of what a row is charged to. */
export function placeOf({ unit, campaign, plan }: PlaceRow) {
  return { unitId: unit?.id ?? null, campaignId: campaign?.id ?? null, planId: plan?.id ?? null }
}
