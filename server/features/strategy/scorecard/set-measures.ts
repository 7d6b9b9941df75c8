import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { fromDecimal, toUnits } from '../domain/formula/rational.ts'
import { areInOrder } from '../domain/lights.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { ScorecardInput } from '../input.ts'
import { checkKpi } from '../kpis/check-kpi.ts'
import { findKpiDefinitions } from '../kpis/find-definitions.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdCard } from './find-card.ts'
import { measureLights, type ShownMeasure } from './measure-lights.ts'
import { costSight } from '../budget/read-charges.ts'
import { showCard } from './read-card.ts'
import { deleteMeasure, holdMeasureRow, insertMeasure, updateMeasure, type MeasureRow } from './store-links.ts'

/** Measures an objective of a card by a KPI in its newest edition. Refuses thresholds in the wrong order. */
export function addMeasure(needs: StrategyNeeds, actor: Actor, input: ScorecardInput<'addMeasure'>) {
  const { kernel } = needs
  const { organisationId } = actor
  const now = kernel.clock.now()
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const { card } = await holdCard(db, actor, input.unitId, now)
    const { items } = await showCard(db, needs, actor, input.unitId)
    const objective = items.find((item) => item.id === input.objectiveId)
    if (objective === undefined)
      throw new Refusal('scorecard.not-here', {}, [{ path: 'objectiveId', code: 'scorecard.not-here' }])
    const kpiEdition = (await checkKpi(db, organisationId, input.kpi)).edition
    const facts = { kpi: input.kpi, kpiEdition, green: input.green, amber: input.amber, days: input.days }
    await checkThresholds(db, organisationId, facts)
    await insertMeasure(db, {
      organisation_id: organisationId,
      id,
      unit_id: input.unitId,
      objective_id: input.objectiveId,
      kpi: input.kpi,
      kpi_edition: kpiEdition,
      green: input.green,
      amber: input.amber,
      days: input.days,
      created_at: now,
    })
    record({
      verb: 'scorecard.measure-added',
      subject: { type: 'scorecard', id: input.unitId, title: card.name },
      before: null,
      after: { measureId: id, objective: objective.title, ...facts },
    })
    return showMeasure(db, needs, actor, id)
  })
}

/** Changes the fields given. Another KPI begins with its newest edition. Refuses a version that is no longer the stored one. */
export function changeMeasure(
  needs: StrategyNeeds,
  context: RequestContext,
  { id, ...fields }: ScorecardInput<'changeMeasure'>,
) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdMeasure(db, organisationId, id)
    const { card } = await holdCard(db, actor, row.unit_id, kernel.clock.now())
    expectVersion(context, row.version)
    const before = factsOf(row)
    const wished = withGiven(before, { ...fields, days: fields.days })
    const kpiEdition =
      wished.kpi === before.kpi ? before.kpiEdition : (await checkKpi(db, organisationId, wished.kpi)).edition
    const next = { ...wished, kpiEdition, green: plainDecimal(wished.green), amber: plainDecimal(wished.amber) }
    const changed = changedFields(before, next)
    if (changed === null) return showMeasure(db, needs, actor, id)
    await checkThresholds(db, organisationId, next)
    await updateMeasure(db, organisationId, id, {
      kpi: next.kpi,
      kpi_edition: next.kpiEdition,
      green: next.green,
      amber: next.amber,
      days: next.days,
    })
    const subject = { type: 'scorecard', id: row.unit_id, title: card.name } as const
    record({ verb: 'scorecard.measure-changed', subject, ...changed })
    return showMeasure(db, needs, actor, id)
  })
}

/** Takes a measure away. */
export function removeMeasure({ kernel }: StrategyNeeds, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdMeasure(db, organisationId, id)
    const { card } = await holdCard(db, actor, row.unit_id, kernel.clock.now())
    expectVersion(context, row.version)
    await deleteMeasure(db, organisationId, id)
    const subject = { type: 'scorecard', id: row.unit_id, title: card.name } as const
    record({ verb: 'scorecard.measure-removed', subject, before: { measureId: id, ...factsOf(row) }, after: null })
    return { id }
  })
}

async function holdMeasure(db: Db, organisationId: string, id: string): Promise<MeasureRow> {
  const row = await holdMeasureRow(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

function factsOf({ kpi, kpi_edition: kpiEdition, green, amber, days }: MeasureRow) {
  return { kpi, kpiEdition, green: plainDecimal(green), amber: plainDecimal(amber), days }
}

async function checkThresholds(db: Db, organisationId: string, measure: ReturnType<typeof factsOf>): Promise<void> {
  const definition = (await findKpiDefinitions(db, organisationId, [measure]))(measure)
  const thresholds = {
    direction: definition?.direction ?? 'up',
    green: toUnits(fromDecimal(measure.green)) ?? 0n,
    amber: toUnits(fromDecimal(measure.amber)) ?? 0n,
  } as const
  if (!areInOrder(thresholds))
    throw new Refusal('scorecard.thresholds', {}, [{ path: 'green', code: 'scorecard.thresholds' }])
}

async function showMeasure(db: Db, { kernel, ports }: StrategyNeeds, actor: Actor, id: string): Promise<ShownMeasure> {
  const { organisationId } = actor
  const row = await holdMeasure(db, organisationId, id)
  const companyId =
    (
      await db
        .selectFrom('organisation_units')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('parent_id', 'is', null)
        .executeTakeFirst()
    )?.id ?? ''
  const now = kernel.clock.now()
  const shown = (
    await measureLights(db, ports, { organisationId, now, rows: [row], companyId, costs: costSight(actor) })
  ).get(id)
  if (shown === undefined) throw new Refusal('record.not-found')
  return shown
}
