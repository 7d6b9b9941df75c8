import { z } from 'zod'
import { Currency, Decimal, LocalDate } from './kinds.ts'

/**
 * What came back against what was booked, in the organisation's currency: each amount converted by the rate of its day, never by a
 * guessed one. Null for those who may not see budgets.
 */
export const Return = z
  .object({
    currency: Currency,
    cost: Decimal,
    value: Decimal,
    /** (value − cost) / cost, to four decimals. Null where nothing was booked or a rate is missing. */
    share: Decimal.nullable(),
    why: z.enum(['no-cost', 'rate-missing']).nullable(),
    /** Amounts without a rate of their day: how many, and since when. They are in neither sum. */
    gaps: z.array(z.object({ currency: Currency, firstOn: LocalDate, count: z.number().int() })),
    /** Parts of people's hours that are not counted, because the reader may not see what one person costs. */
    leftOut: z.number().int(),
  })
  .nullable()
