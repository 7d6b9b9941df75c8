import { z } from 'zod'
import { FUNNEL_STAGES, KPI_IDS, KPI_SETS, KPI_SOURCES, KPI_UNITS } from './kpi-catalogue.ts'
import {
  Currency,
  Decimal,
  DecimalInput,
  Gone,
  Id,
  Instant,
  Line,
  LocalDate,
  PersonReference,
  Prose,
  Version,
} from './kinds.ts'
import { route } from './route.ts'

const tag = 'KPIs'

/** One of those that come with Tutti, by name, or one of the organisation's own. */
export const KpiId = z
  .string()
  .refine((id) => KPI_IDS.includes(id) || z.uuid().safeParse(id).success, { error: 'kpi.unknown' })

/** A measure with a formula over what Tutti itself collects. `unit` tells how to read it. */
export const Kpi = z.object({
  id: z.string(),
  /** What an organisation calls its own KPI; those that come with Tutti are named in the catalogues. */
  name: z.string().nullable(),
  meaning: z.string().nullable(),
  unit: z.enum(KPI_UNITS),
  formula: z.string(),
  /** What is divided by, as it stands in the formula; null where nothing is. */
  denominator: z.string().nullable(),
  direction: z.enum(['up', 'down']),
  funnelStage: z.enum(FUNNEL_STAGES),
  source: z.enum(KPI_SOURCES),
  /** Counts up with each change of the formula; a goal keeps the edition it was set with until it is moved. */
  edition: z.number().int(),
  notAfter: LocalDate.nullable(),
  sets: z.array(z.enum(KPI_SETS)),
  own: z.boolean(),
  /** How many goals are measured by it. */
  goals: z.number().int(),
  version: Version,
})
export const KpiEdition = z.object({
  edition: z.number().int(),
  formula: z.string(),
  unit: z.enum(KPI_UNITS),
  reason: z.string(),
  since: Instant.nullable(),
  by: PersonReference.nullable(),
})
export const KpiDetail = Kpi.extend({
  editions: z.array(KpiEdition),
  usedBy: z.array(z.object({ id: Id, title: z.string(), edition: z.number().int() })),
})

const Formula = z.string().max(400, { error: 'text.too-long' })
const KpiFields = z.object({
  name: Line(120),
  meaning: Prose(500).default(''),
  formula: Formula,
  direction: z.enum(['up', 'down']).default('up'),
  funnelStage: z.enum(FUNNEL_STAGES).default('awareness'),
  notAfter: LocalDate.nullable().default(null),
})

/** Where in the formula something is wrong: from and to are places between UTF-16 units. Its sentence is among the refusals. */
export const FormulaProblem = z.object({
  code: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
/** Why there is no value yet, and which part of the formula it lies in. */
export const NoValue = z.object({
  code: z.enum(['zero-divisor', 'not-counted', 'no-cost', 'rate-missing', 'too-large']),
  from: z.number().int(),
  to: z.number().int(),
  /** The part of the formula, as it was written. */
  part: z.string(),
})
const Outcome = z.object({ value: Decimal.nullable(), none: NoValue.nullable() })
export const KpiPreview = z.object({
  problem: FormulaProblem.nullable(),
  unit: z.enum(KPI_UNITS).nullable(),
  denominator: z.string().nullable(),
  source: z.enum(KPI_SOURCES).nullable(),
  currency: Currency.nullable(),
  from: LocalDate,
  to: LocalDate,
  /** Over the whole time, with the figures that went into it. */
  outcome: Outcome.nullable(),
  figures: z.array(z.object({ metric: z.string(), unit: z.enum(KPI_UNITS), value: Decimal.nullable() })),
  /** Each of the last weeks by itself. */
  weeks: z.array(Outcome.extend({ on: LocalDate })),
})

export const SMART_MARKS = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'] as const
export const SmartMark = z.object({
  mark: z.enum(SMART_MARKS),
  /** `doubtful`: nothing is missing, but somebody should look. */
  state: z.enum(['true', 'doubtful', 'missing']),
  /** Which sentence of the catalogues says it: `smart.<mark>.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const ById = z.object({ id: Id })

export const catalogue = {
  show: route({
    method: 'GET',
    path: '/kpis/{id}',
    may: 'strategy.read',
    summary: 'One KPI with its editions and the goals that go by it',
    tag,
  })
    .input(z.object({ id: Prose(60) }))
    .output(KpiDetail),
  create: route({
    method: 'POST',
    path: '/kpis',
    may: 'goals.change',
    summary: 'Define a KPI of your own',
    tag,
    status: 201,
  })
    .input(KpiFields)
    .output(Kpi),
  change: route({
    method: 'PATCH',
    path: '/kpis/{id}',
    may: 'goals.change',
    summary: 'Change a KPI of your own; a changed formula makes a new edition',
    tag,
  })
    .input(
      KpiFields.extend({
        meaning: Prose(500),
        direction: z.enum(['up', 'down']),
        funnelStage: z.enum(FUNNEL_STAGES),
        notAfter: LocalDate.nullable(),
      })
        .partial()
        .extend({ id: Id, reason: Prose(500).optional() }),
    )
    .output(Kpi),
  remove: route({
    method: 'DELETE',
    path: '/kpis/{id}',
    may: 'goals.change',
    summary: 'Remove a KPI that nothing goes by',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/kpis/{id}/restoration',
    may: 'goals.change',
    summary: 'Bring a removed KPI back',
    tag,
  })
    .input(ById)
    .output(Kpi),
  preview: route({
    method: 'POST',
    path: '/kpi-previews',
    may: 'strategy.read',
    summary: 'Try a formula on what was measured, or hear where it is wrong',
    tag,
  })
    .input(z.object({ formula: Formula, days: z.number().int().min(1).max(365).default(56) }))
    .output(KpiPreview),
  set: route({
    method: 'GET',
    path: '/kpi-set',
    may: 'strategy.read',
    summary: 'The starting set that was chosen',
    tag,
  }).output(z.object({ kind: z.enum(KPI_SETS).nullable() })),
  chooseSet: route({
    method: 'PUT',
    path: '/kpi-set',
    may: 'goals.change',
    summary: 'Choose a starting set by the kind of organisation',
    tag,
  })
    .input(z.object({ kind: z.enum(KPI_SETS).nullable() }))
    .output(z.object({ kind: z.enum(KPI_SETS).nullable() })),
  checkGoal: route({
    method: 'POST',
    path: '/goal-checks',
    may: 'strategy.read',
    summary: 'Hold a goal, also a half-written one, against the five marks of SMART',
    tag,
  })
    .input(
      z.object({
        title: Prose(400).default(''),
        kpi: z.string().max(60).nullable().default(null),
        baseline: DecimalInput.nullable().default(null),
        target: DecimalInput.nullable().default(null),
        startsOn: LocalDate.nullable().default(null),
        dueOn: LocalDate.nullable().default(null),
        objectiveIds: z.array(Id).max(50).default([]),
      }),
    )
    .output(z.object({ marks: z.array(SmartMark) })),
}
