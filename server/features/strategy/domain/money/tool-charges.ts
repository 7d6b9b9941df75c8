import { Temporal } from 'temporal-polyfill'
import type { TOOL_CYCLES } from '#contract/budget-records.ts'
import {
  gapOf,
  inOwn,
  monthOf,
  NO_MONEY,
  type Amounts,
  type Charge,
  type Charged,
  type Into,
  type Place,
} from './charges.ts'
import { spread, type Units } from './coins.ts'

export interface SaidTool extends Place {
  readonly price: Units
  readonly currency: string
  readonly cycle: (typeof TOOL_CYCLES)[number]
  readonly startsOn: string
  readonly endsOn: string | null
  readonly inPlan: boolean
}
export interface Months {
  /** First days of the first and the last month. */
  readonly from: string
  readonly to: string
  /** The day it is: months that have begun are booked, later ones only ordered. */
  readonly today: string
}

const LENGTH = { month: 1, quarter: 3, year: 12 } as const

/**
 * Subscriptions by month. Each cycle that begins is owed whole, is converted by the rate of the day on which it begins, and is
 * spread over its months in parts that add up to it exactly.
 */
export function chargesOfTools(tools: readonly SaidTool[], months: Months, into: Into): Charged {
  const charged = tools.map((tool) => chargesOfTool(tool, months, into))
  return { charges: charged.flatMap((one) => one.charges), gaps: charged.flatMap((one) => one.gaps) }
}

function chargesOfTool(tool: SaidTool, months: Months, into: Into): Charged {
  const length = LENGTH[tool.cycle]
  const first = Temporal.PlainDate.from(tool.startsOn)
  const lastMonth = monthOf(months.to)
  const begun = Temporal.PlainDate.from(monthOf(tool.startsOn)).until(months.from, { largestUnit: 'month' }).months
  const charges: Charge[] = []
  const gaps = []
  for (let cycle = Math.max(0, Math.floor(begun / length) - 1); ; cycle += 1) {
    const begins = first.add({ months: cycle * length })
    const day = begins.toString()
    if (monthOf(day) > lastMonth || (tool.endsOn !== null && day > tool.endsOn)) break
    const parts = partsOfCycle(tool, day, months, into).filter(
      ({ onDay }) => onDay >= months.from && monthOf(onDay) <= lastMonth,
    )
    const [part] = parts
    if (part !== undefined) gaps.push(...gapOf({ ...part, onDay: day }))
    charges.push(...parts)
  }
  return { charges, gaps }
}

function partsOfCycle(tool: SaidTool, day: string, { today }: Months, into: Into): Charge[] {
  const { price, currency, cycle, inPlan, unitId, campaignId, planId } = tool
  const length = LENGTH[cycle]
  const whole = inOwn({ ...NO_MONEY, committed: price }, currency, day, into)
  const said = spread(price, length, currency)
  const own = whole.own === null ? null : spread(whole.own.committed, length, into.own)
  const start = Temporal.PlainDate.from(monthOf(day))
  return said.map((part, place): Charge => {
    // The month it begins in is charged on the day itself, the others on their first day.
    const onDay = place === 0 ? day : start.add({ months: place }).toString()
    const amounts = (units: Units): Amounts => ({
      planned: inPlan ? units : 0n,
      committed: units,
      actual: onDay <= today ? units : 0n,
    })
    return {
      unitId,
      campaignId,
      planId,
      category: 'tools',
      onDay,
      currency,
      said: amounts(part),
      own: own === null ? null : amounts(own[place] ?? 0n),
      rateOn: whole.rateOn,
    }
  })
}
