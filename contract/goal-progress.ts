import { z } from 'zod'
import { Currency, Decimal, Id, Instant, LocalDate, PersonReference } from './kinds.ts'
import { KPI_UNITS } from './kpi-catalogue.ts'
import { STANDINGS } from './strategy.ts'

/** A goal against the straight path from baseline to target. Times are days of the organisation's time zone. */
export const GoalProgress = z.object({
  id: Id,
  title: z.string(),
  kpi: z.string(),
  kpiEdition: z.number().int(),
  /** What the organisation calls a KPI of its own; null for one that comes with Tutti. */
  kpiName: z.string().nullable(),
  formula: z.string(),
  unit: z.enum(KPI_UNITS),
  currency: Currency.nullable(),
  baseline: Decimal,
  target: Decimal,
  startsOn: LocalDate,
  dueOn: LocalDate,
  now: Decimal.nullable(),
  neededToday: Decimal,
  share: z.number().nullable(),
  standing: z.enum(STANDINGS),
  measuredAt: Instant.nullable(),
  /** Why there is no value yet; null where there is one. */
  why: z
    .enum(['no-kpi', 'not-begun', 'no-campaign', 'zero-divisor', 'not-counted', 'no-cost', 'rate-missing', 'too-large'])
    .nullable(),
  /** How it goes on if it goes on as in the last weeks, up to the due day; in `low` to `high` four times out of five. */
  forecast: z
    .object({
      method: z.enum(['weekly-gain', 'line']),
      weeks: z.number().int(),
      path: z.array(z.object({ on: LocalDate, value: Decimal, low: Decimal, high: Decimal })),
    })
    .nullable(),
  series: z.array(z.object({ on: LocalDate, value: Decimal })),
  owner: PersonReference.nullable(),
  objectiveIds: z.array(Id),
})

/** One campaign's or channel's part of a goal. `share`: of the whole, where parts add up. */
export const GoalPart = z.object({
  id: Id,
  title: z.string(),
  value: Decimal.nullable(),
  why: z.enum(['zero-divisor', 'not-counted', 'no-cost', 'rate-missing', 'too-large']).nullable(),
  share: z.number().nullable(),
})
