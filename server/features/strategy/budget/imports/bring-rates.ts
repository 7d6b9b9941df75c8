import type { z } from 'zod'
import { budget as contract } from '#contract/budget.ts'
import { readDay, readRate } from '../../domain/money/read-cells.ts'
import { setRateWithin } from '../rates/write-rate.ts'
import type { Bringing } from './bring-lines.ts'
import { columnOf, trying } from './sheet.ts'

type NewRate = z.output<NonNullable<(typeof contract.setRate)['~orpc']['inputSchema']>>
const NewRate = contract.setRate['~orpc'].inputSchema as z.ZodType<NewRate>

/** Brings rates of exchange in; a rate of the same pair and day takes the place of the one that was there. */
export async function bringRates({ work, actor, clock, file, sheet, count }: Bringing): Promise<void> {
  const seen = new Set<string>()
  for (const row of sheet.rows) {
    const onDay = readDay(row.cell('onDay'), file.dates)
    if (onDay === null) row.blame('onDay', 'budget.not-a-day', { text: row.cell('onDay').slice(0, 60) })
    const rate = readRate(row.cell('rate'), file.decimal)
    if (rate === null) row.blame('rate', 'money.not-a-rate')
    const [base, quote] = [row.cell('base').toUpperCase(), row.cell('quote').toUpperCase()]
    const pair = `${[base, quote].sort().join('/')} ${onDay}`
    if (onDay !== null && seen.has(pair)) row.blame(null, 'budget.rate-twice', { pair })
    seen.add(pair)
    const read = NewRate.safeParse({
      base,
      quote,
      onDay: onDay ?? '2000-01-01',
      rate: rate ?? '1',
      source: row.cell('source'),
    })
    if (!read.success)
      for (const issue of read.error.issues) {
        const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'field.invalid'
        row.blame(columnOf(String(issue.path[0])), code)
      }
    if (row.isBlamed() || !read.success) continue
    const set = await trying(row, () => setRateWithin({ clock }, actor.organisationId, work, read.data))
    if (set !== null) count(set.did)
  }
}
