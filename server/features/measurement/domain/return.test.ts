import { describe, expect, it } from 'vitest'
import { toUnits } from './decimal.ts'
import { returnOf, type Moved } from './return.ts'

const on = (amount: string | null, currency = 'EUR'): Moved => ({
  campaignId: null,
  onDay: '2026-03-01',
  currency,
  amount: amount === null ? null : toUnits(amount),
})
const told = (costs: readonly Moved[], values: readonly Moved[]) => {
  const { cost, value, share, why } = returnOf({ currency: 'EUR', costs, values, leftOut: 0 })
  return [cost, value, share, why]
}

describe('the return', () => {
  it('is what came back beyond the cost, for each unit of cost', () => {
    expect(told([on('80'), on('20')], [on('150')])).toEqual(['100', '150', '0.5', null])
    expect(told([on('100')], [])).toEqual(['100', '0', '-1', null])
    expect(told([on('3')], [on('4')])).toEqual(['3', '4', '0.3333', null])
  })

  it('is not said where nothing was spent, or where credits outweigh what was', () => {
    expect(told([], [on('5')])).toEqual(['0', '5', null, 'no-cost'])
    expect(told([on('5'), on('-6')], [on('5')])).toEqual(['-1', '5', null, 'no-cost'])
  })

  it('is not said where a rate is missing on either side, which is named', () => {
    expect(told([on('10'), on(null, 'USD')], [on('5')])).toEqual(['10', '5', null, 'rate-missing'])
    const { gaps } = returnOf({
      currency: 'EUR',
      costs: [on('1')],
      values: [on(null, 'TRY'), on(null, 'TRY')],
      leftOut: 0,
    })
    expect(gaps).toEqual([{ currency: 'TRY', firstOn: '2026-03-01', count: 2 }])
  })
})
