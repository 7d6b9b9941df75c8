import { z } from 'zod'
import { Decimal, DecimalInput, Gone, Id, PersonReference, Prose, Version } from './kinds.ts'
import { KPI_UNITS } from './kpi-catalogue.ts'
import { KpiId } from './kpis.ts'
import { route } from './route.ts'

const tag = 'Scorecard'

/** `grey`: not measured. */
export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const
export const Light = z.enum(LIGHTS)
/** Over how many of the last days a measure counts. */
export const MEASURE_DAYS = [30, 90, 365] as const
const Perspective = z.enum(['financial', 'customer', 'internal-process', 'learning-and-growth'])

/** A KPI with two thresholds. On a unit's card it counts what campaigns of the unit and of those below it brought. */
export const Measure = z.object({
  id: Id,
  kpi: z.string(),
  kpiName: z.string().nullable(),
  formula: z.string(),
  unit: z.enum(KPI_UNITS),
  currency: z.string().nullable(),
  direction: z.enum(['up', 'down']),
  green: Decimal,
  amber: Decimal,
  days: z.number().int(),
  value: Decimal.nullable(),
  why: z.enum(['no-kpi', 'zero-divisor', 'not-counted', 'no-cost', 'rate-missing', 'too-large']).nullable(),
  light: Light,
  version: Version,
})
/** A goal that serves the objective; its light comes from the path it needs. Only on the company's card. */
const GoalMeasure = z.object({
  id: Id,
  title: z.string(),
  now: Decimal.nullable(),
  target: Decimal,
  unit: z.enum(KPI_UNITS),
  currency: z.string().nullable(),
  light: Light,
})
export const ScorecardObjective = z.object({
  id: Id,
  title: z.string(),
  perspective: Perspective,
  owner: PersonReference.nullable(),
  /** What this unit does for it; empty on the company's card. */
  contribution: z.string(),
  /** Its place in the band; null where nobody has moved it. */
  place: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  light: Light,
  goals: z.array(GoalMeasure),
  measures: z.array(Measure),
  initiatives: z.array(z.object({ kind: z.enum(['campaign', 'plan']), id: Id, title: z.string() })),
  /** The units below that have taken it over, with its light there. */
  below: z.array(z.object({ unitId: Id, name: z.string(), light: Light })),
  /** Counts up with each change of the contribution. */
  version: Version,
})
export const ScorecardHead = z.object({
  /** The unit it belongs to. */
  id: Id,
  name: z.string(),
  kind: z.string(),
  /** The card that it derives from; null for the company's. */
  parentId: Id.nullable(),
  objectives: z.number().int(),
})
export const Scorecard = ScorecardHead.extend({
  parentName: z.string().nullable(),
  items: z.array(ScorecardObjective),
  /** From cause to effect. `above`: it was drawn on the card above and holds here too. */
  causes: z.array(z.object({ causeId: Id, effectId: Id, above: z.boolean() })),
  /** What the card above holds and this one has not taken over; empty for the company. */
  offered: z.array(z.object({ id: Id, title: z.string(), perspective: Perspective })),
})

const ById = z.object({ id: Id })
const MeasureFields = z.object({
  kpi: KpiId,
  green: DecimalInput,
  amber: DecimalInput,
  days: z.union([z.literal(30), z.literal(90), z.literal(365)]).default(90),
})
/** A place in a band, in the units of the drawing. */
const Place = z.number().int().min(0).max(4000)

export const scorecards = {
  list: route({
    method: 'GET',
    path: '/scorecards',
    may: 'strategy.read',
    summary: 'The scorecards of the company and of its units',
    tag,
  }).output(
    z.object({
      items: z.array(ScorecardHead),
      /** Units that have none yet. */
      without: z.array(z.object({ id: Id, name: z.string(), kind: z.string() })),
    }),
  ),
  show: route({
    method: 'GET',
    path: '/scorecards/{id}',
    may: 'strategy.read',
    summary: "A unit's scorecard: objectives with their lights, and what causes what",
    tag,
  })
    .input(ById)
    .output(Scorecard),
  create: route({
    method: 'POST',
    path: '/scorecards',
    may: 'goals.change',
    summary: 'Derive a scorecard for a unit from the card above it',
    tag,
    status: 201,
  })
    .input(z.object({ unitId: Id }))
    .output(Scorecard),
  remove: route({
    method: 'DELETE',
    path: '/scorecards/{id}',
    may: 'goals.change',
    summary: "Remove a unit's scorecard that no other derives from",
    tag,
  })
    .input(ById)
    .output(Gone),
  setObjective: route({
    method: 'PUT',
    path: '/scorecards/{id}/objectives',
    may: 'goals.change',
    summary: 'Take an objective over from the card above, say what the unit does for it, or give it back',
    tag,
  })
    .input(
      z.object({ id: Id, objectiveId: Id, taken: z.boolean().default(true), contribution: Prose(1000).optional() }),
    )
    .output(Scorecard),
  place: route({
    method: 'PUT',
    path: '/scorecards/{id}/places',
    may: 'goals.change',
    summary: 'Move objectives within their bands',
    tag,
  })
    .input(z.object({ id: Id, items: z.array(z.object({ objectiveId: Id, x: Place, y: Place })).max(200) }))
    .output(z.object({ moved: z.number().int() })),
  setCause: route({
    method: 'PUT',
    path: '/scorecards/{id}/causes',
    may: 'goals.change',
    summary: 'Draw an arrow from cause to effect, or take it away; never a circle',
    tag,
  })
    .input(z.object({ id: Id, causeId: Id, effectId: Id, drawn: z.boolean().default(true) }))
    .output(Scorecard),
  setInitiative: route({
    method: 'PUT',
    path: '/scorecards/{id}/initiatives',
    may: 'goals.change',
    summary: 'Say which campaign or plan is to bring an objective about, or take it away',
    tag,
  })
    .input(
      z.object({
        id: Id,
        objectiveId: Id,
        kind: z.enum(['campaign', 'plan']),
        recordId: Id,
        linked: z.boolean().default(true),
      }),
    )
    .output(Scorecard),
  addMeasure: route({
    method: 'POST',
    path: '/scorecard-measures',
    may: 'goals.change',
    summary: 'Measure an objective by a KPI with thresholds',
    tag,
    status: 201,
  })
    .input(MeasureFields.extend({ unitId: Id, objectiveId: Id }))
    .output(Measure),
  changeMeasure: route({
    method: 'PATCH',
    path: '/scorecard-measures/{id}',
    may: 'goals.change',
    summary: 'Change the KPI, the thresholds or the days of a measure',
    tag,
  })
    .input(
      MeasureFields.extend({ days: z.union([z.literal(30), z.literal(90), z.literal(365)]) })
        .partial()
        .extend({ id: Id }),
    )
    .output(Measure),
  removeMeasure: route({
    method: 'DELETE',
    path: '/scorecard-measures/{id}',
    may: 'goals.change',
    summary: 'Take a measure away',
    tag,
  })
    .input(ById)
    .output(Gone),
}
