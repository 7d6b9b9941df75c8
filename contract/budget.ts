import { z } from 'zod'
import {
  BUDGET_GROUPS,
  Budget,
  BudgetCategory,
  BudgetLine,
  BudgetLineFields,
  CostRate,
  DATE_ORDERS,
  ExchangeRate,
  Hours,
  HoursFields,
  RateInput,
  Tool,
  ToolFields,
  WorkedHours,
} from './budget-records.ts'
import { Currency, DecimalInput, Gone, Id, Line, LocalDate, Page, PageRequest, Prose } from './kinds.ts'
import { route } from './route.ts'
import { RowProblem } from './transfer.ts'

const tag = 'Budget'
const ById = z.object({ id: Id })
const Charge = { unitId: Id.optional(), campaignId: Id.optional(), planId: Id.optional() }
const File = z.object({
  list: z.enum(['lines', 'rates']),
  text: z.string().max(4_000_000, { error: 'text.too-long' }),
  /** Which heading of the file is which column; what is left out is found by its name. An empty one means none. */
  columns: z.record(z.string().max(40), z.string().max(200)).default({}),
  /** How the file writes numbers and days, and what its amounts are in where it has no such column. */
  decimal: z.enum(['.', ',']).default('.'),
  dates: z.enum(DATE_ORDERS).default('year-first'),
  currency: Currency.optional(),
})
const TriedFile = z.object({
  rows: z.number().int(),
  headings: z.array(z.string()),
  /** What each column was taken from; an empty heading: from none. */
  columns: z.record(z.string(), z.string()),
  problems: z.array(RowProblem),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
})

const read = 'budget.read'
const may = 'budget.change'

export const budget = {
  show: route({
    method: 'GET',
    path: '/budget',
    may: read,
    summary: 'Planned against committed and actual, in the organisation’s currency',
    tag,
  })
    .input(
      z.object({
        /** Any day of the first and the last month. Left out: the running year. */
        from: LocalDate.optional(),
        to: LocalDate.optional(),
        by: z.enum(BUDGET_GROUPS).default('category'),
        ...Charge,
      }),
    )
    .output(Budget),
  lines: route({ method: 'GET', path: '/budget-lines', may: read, summary: 'Budget lines, newest first', tag })
    .input(PageRequest.extend({ ...Charge, category: BudgetCategory.optional(), month: LocalDate.optional() }))
    .output(Page(BudgetLine)),
  line: route({ method: 'GET', path: '/budget-lines/{id}', may: read, summary: 'One budget line', tag })
    .input(ById)
    .output(BudgetLine),
  createLine: route({ method: 'POST', path: '/budget-lines', may, summary: 'Add a budget line', tag, status: 201 })
    .input(BudgetLineFields)
    .output(BudgetLine),
  changeLine: route({ method: 'PATCH', path: '/budget-lines/{id}', may, summary: 'Change a budget line', tag })
    .input(
      BudgetLineFields.partial().extend({
        id: Id,
        note: Prose(2000).optional(),
        category: BudgetCategory.optional(),
      }),
    )
    .output(BudgetLine),
  removeLine: route({ method: 'DELETE', path: '/budget-lines/{id}', may, summary: 'Remove a budget line', tag })
    .input(ById)
    .output(Gone),
  restoreLine: route({
    method: 'POST',
    path: '/budget-lines/{id}/restoration',
    may,
    summary: 'Bring a removed budget line back',
    tag,
  })
    .input(ById)
    .output(BudgetLine),
  rates: route({ method: 'GET', path: '/exchange-rates', may: read, summary: 'Rates of exchange, newest first', tag })
    .input(PageRequest)
    .output(Page(ExchangeRate)),
  setRate: route({
    method: 'PUT',
    path: '/exchange-rates',
    may,
    summary: 'Set the rate of a day; a second one for the same pair and day takes its place',
    tag,
  })
    .input(
      z.object({ base: Currency, quote: Currency, onDay: LocalDate, rate: RateInput, source: Prose(120).default('') }),
    )
    .output(ExchangeRate),
  removeRate: route({ method: 'DELETE', path: '/exchange-rates/{id}', may, summary: 'Remove a rate', tag })
    .input(ById)
    .output(Gone),
  costRates: route({
    method: 'GET',
    path: '/cost-rates',
    may: 'cost-rates.read',
    summary: 'What people’s hours cost',
    tag,
  })
    .input(PageRequest)
    .output(Page(CostRate)),
  setCostRate: route({
    method: 'PUT',
    path: '/cost-rates',
    may: 'cost-rates.read',
    summary: 'Set what an hour of a person costs from a day on',
    tag,
  })
    .input(z.object({ personId: Id, since: LocalDate, amount: DecimalInput, currency: Currency.optional() }))
    .output(CostRate),
  removeCostRate: route({
    method: 'DELETE',
    path: '/cost-rates/{id}',
    may: 'cost-rates.read',
    summary: 'Remove a cost rate',
    tag,
  })
    .input(ById)
    .output(Gone),
  hours: route({
    method: 'GET',
    path: '/hours',
    may: 'strategy.read',
    summary: 'Hours worked, newest first: one’s own; everybody’s for those who may see cost rates',
    tag,
  })
    .input(PageRequest.extend({ ...Charge, personId: Id.optional() }))
    .output(Page(Hours)),
  logHours: route({
    method: 'POST',
    path: '/hours',
    may: 'plans.change',
    summary: 'Write down hours worked: one’s own; anybody’s for those who may see cost rates',
    tag,
    status: 201,
  })
    .input(HoursFields)
    .output(Hours),
  changeHours: route({ method: 'PATCH', path: '/hours/{id}', may: 'plans.change', summary: 'Change hours', tag })
    .input(
      HoursFields.omit({ personId: true })
        .partial()
        .extend({ id: Id, hours: WorkedHours.optional(), note: Prose(500).optional() }),
    )
    .output(Hours),
  removeHours: route({ method: 'DELETE', path: '/hours/{id}', may: 'plans.change', summary: 'Remove hours', tag })
    .input(ById)
    .output(Gone),
  restoreHours: route({
    method: 'POST',
    path: '/hours/{id}/restoration',
    may: 'plans.change',
    summary: 'Bring removed hours back',
    tag,
  })
    .input(ById)
    .output(Hours),
  tools: route({ method: 'GET', path: '/tools', may: read, summary: 'Subscriptions, newest first', tag })
    .input(PageRequest)
    .output(Page(Tool)),
  tool: route({ method: 'GET', path: '/tools/{id}', may: read, summary: 'One subscription', tag })
    .input(ById)
    .output(Tool),
  createTool: route({ method: 'POST', path: '/tools', may, summary: 'Add a subscription', tag, status: 201 })
    .input(ToolFields)
    .output(Tool),
  changeTool: route({ method: 'PATCH', path: '/tools/{id}', may, summary: 'Change a subscription', tag })
    .input(
      ToolFields.partial().extend({
        id: Id,
        name: Line(120).optional(),
        note: Prose(2000).optional(),
        cycle: Tool.shape.cycle.optional(),
        endsOn: LocalDate.nullable().optional(),
        inPlan: z.boolean().optional(),
      }),
    )
    .output(Tool),
  removeTool: route({ method: 'DELETE', path: '/tools/{id}', may, summary: 'Remove a subscription', tag })
    .input(ById)
    .output(Gone),
  restoreTool: route({
    method: 'POST',
    path: '/tools/{id}/restoration',
    may,
    summary: 'Bring a removed subscription back',
    tag,
  })
    .input(ById)
    .output(Tool),
  export: route({
    method: 'GET',
    path: '/budget-export',
    may: read,
    summary: 'Budget lines or rates as a CSV file that spreadsheets open',
    tag,
  })
    .input(z.object({ list: z.enum(['lines', 'rates']) }))
    .output(z.object({ name: z.string(), text: z.string() })),
  tryImport: route({
    method: 'POST',
    path: '/budget-imports/trial',
    may,
    summary: 'Try a CSV file from accounting: everything that is wrong with it, by row and column; changes nothing',
    tag,
    question: true,
  })
    .input(File)
    .output(TriedFile),
  import: route({
    method: 'POST',
    path: '/budget-imports',
    may,
    summary: 'Bring in a CSV file, all of it or nothing; a reference that is there already is changed, never doubled',
    tag,
  })
    .input(File)
    .output(TriedFile),
}
