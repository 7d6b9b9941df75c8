import { z } from 'zod'
import {
  Currency,
  Decimal,
  DecimalInput,
  Id,
  Instant,
  Line,
  LocalDate,
  PersonReference,
  Prose,
  Version,
} from './kinds.ts'

/** What money is spent on. Hours count as `people`, subscriptions as `tools`. */
export const BUDGET_CATEGORIES = [
  'advertising',
  'content',
  'people',
  'tools',
  'agency',
  'events',
  'training',
  'other',
] as const
export const BudgetCategory = z.enum(BUDGET_CATEGORIES)
/** How often a subscription is charged. */
export const TOOL_CYCLES = ['month', 'quarter', 'year'] as const
/** What a budget can be told apart by. */
export const BUDGET_GROUPS = ['category', 'unit', 'campaign', 'plan', 'month'] as const

const Titled = z.object({ id: Id, title: z.string() }).nullable()
/** What something is charged to; each may be missing. */
const Charged = { unit: Titled, campaign: Titled, plan: Titled }
const ChargedInput = {
  unitId: Id.nullable().optional(),
  campaignId: Id.nullable().optional(),
  planId: Id.nullable().optional(),
}
/** Never finer than the currency's smallest coin, so that sums of it are exact. */
const Amount = DecimalInput.nullable()

export const BudgetLine = z.object({
  id: Id,
  title: z.string(),
  note: z.string(),
  category: BudgetCategory,
  /** Decides the month that it counts in, and the rate by which it is converted. */
  onDay: LocalDate,
  currency: Currency,
  planned: Decimal.nullable(),
  /** Ordered or under contract, whether or not it was paid. */
  committed: Decimal.nullable(),
  /** Booked. */
  actual: Decimal.nullable(),
  ...Charged,
  /** Its number in the accounts. */
  reference: z.string().nullable(),
  createdAt: Instant,
  version: Version,
})
export const BudgetLineFields = z.object({
  title: Line(),
  note: Prose(2000).default(''),
  category: BudgetCategory.default('other'),
  onDay: LocalDate,
  currency: Currency.optional(),
  planned: Amount.optional(),
  committed: Amount.optional(),
  actual: Amount.optional(),
  ...ChargedInput,
  reference: Line(100).nullable().optional(),
})

export const ExchangeRate = z.object({
  id: Id,
  base: Currency,
  quote: Currency,
  onDay: LocalDate,
  /** How much of `quote` one of `base` was worth. */
  rate: z.string(),
  source: z.string(),
  version: Version,
})
/** Up to twelve decimals: small currencies need them. */
export const RateInput = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,12})?$/, { error: 'money.not-a-rate' }))

export const CostRate = z.object({
  id: Id,
  person: PersonReference,
  /** Holds from this day until the next one. */
  since: LocalDate,
  /** Of one hour. */
  amount: Decimal,
  currency: Currency,
  version: Version,
})

/** More than nothing, at most a whole day, up to two decimals. */
export const WorkedHours = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, { error: 'hours.range' })
      .refine((text) => Number(text) > 0 && Number(text) <= 24, { error: 'hours.range' }),
  )
export const Hours = z.object({
  id: Id,
  person: PersonReference,
  onDay: LocalDate,
  hours: Decimal,
  note: z.string(),
  ...Charged,
  /** What they cost by the rate of the day; null for those who may not see rates, and where no rate is known. */
  cost: z.object({ amount: Decimal, currency: Currency }).nullable(),
  /** Whether the reader may change them. */
  mayChange: z.boolean(),
  version: Version,
})
export const HoursFields = z.object({
  /** Left out: the caller. */
  personId: Id.optional(),
  onDay: LocalDate,
  hours: WorkedHours,
  note: Prose(500).default(''),
  ...ChargedInput,
})

export const Tool = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  /** For each cycle that begins. */
  price: Decimal,
  currency: Currency,
  cycle: z.enum(TOOL_CYCLES),
  startsOn: LocalDate,
  /** The last day on which a cycle may begin; null: it goes on. */
  endsOn: LocalDate.nullable(),
  /** Whether the plan knew of it, so that it counts as planned too. */
  inPlan: z.boolean(),
  ...Charged,
  version: Version,
})
export const ToolFields = z.object({
  name: Line(120),
  note: Prose(2000).default(''),
  price: DecimalInput,
  currency: Currency.optional(),
  cycle: z.enum(TOOL_CYCLES).default('month'),
  startsOn: LocalDate,
  endsOn: LocalDate.nullable().default(null),
  inPlan: z.boolean().default(true),
  ...ChargedInput,
})

/** Money in the organisation's currency. `left`: what was planned, less the larger of ordered and booked of each line. */
export const BudgetSums = z.object({ planned: Decimal, committed: Decimal, actual: Decimal, left: Decimal })
export const BudgetGap = z.object({
  /** No rate of the day for a currency, or no hourly rate of a person. */
  kind: z.enum(['exchange-rate', 'cost-rate']),
  currency: Currency.nullable(),
  person: PersonReference.nullable(),
  /** The first and the last day on which it is missing. */
  firstOn: LocalDate,
  lastOn: LocalDate,
  count: z.number().int(),
})
export const Budget = z.object({
  currency: Currency,
  from: LocalDate,
  to: LocalDate,
  total: BudgetSums,
  /** `id` and `title` are null for what is charged to none; months have their first day as `id`. */
  groups: z.array(
    z.object({
      id: z.string().nullable(),
      title: z.string().nullable(),
      sums: BudgetSums,
      /** What a tactical plan asked for or was granted, in its own currency. */
      budget: z.object({ amount: Decimal, currency: Currency, state: z.enum(['asked', 'granted']) }).nullable(),
    }),
  ),
  months: z.array(z.object({ on: LocalDate, sums: BudgetSums })),
  /** The same in the currencies in which it was said, not converted, also what could not be. */
  currencies: z.array(z.object({ currency: Currency, planned: Decimal, committed: Decimal, actual: Decimal })),
  /** By what it was converted. */
  rates: z.array(z.object({ currency: Currency, firstOn: LocalDate, lastOn: LocalDate, count: z.number().int() })),
  /** What is not in the sums because a rate is missing. */
  gaps: z.array(BudgetGap),
  hours: z.object({
    /** `whole-parts`: only months that are over, and only where more than one person's hours are in them. */
    sight: z.enum(['all', 'whole-parts']),
    leftOut: z.number().int(),
  }),
})

/** What an import can bring, and the columns that each may have. */
export const BUDGET_LISTS = {
  lines: [
    'reference',
    'onDay',
    'title',
    'planned',
    'committed',
    'actual',
    'currency',
    'category',
    'unit',
    'campaign',
    'plan',
    'note',
  ],
  rates: ['onDay', 'base', 'quote', 'rate', 'source'],
} as const
export type BudgetList = keyof typeof BUDGET_LISTS
export type BudgetColumn = (typeof BUDGET_LISTS)[BudgetList][number]
export const DATE_ORDERS = ['year-first', 'day-first', 'month-first'] as const
