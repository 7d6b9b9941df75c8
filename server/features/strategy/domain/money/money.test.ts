import { describe, expect, it } from 'vitest'
import { fromDecimal } from '../formula/rational.ts'
import { chargesOfLines, NO_MONEY, sumOf, type SaidLine } from './charges.ts'
import { coinOf, costOf, isTooFine, roundHalfEven, spread, toCoins, unitsOf } from './coins.ts'
import { convert, ratesInto } from './exchange.ts'
import { readAmount, readDay } from './read-cells.ts'
import { chargesOfTools, type SaidTool } from './tool-charges.ts'

const CURRENCIES = ['EUR', 'TRY', 'USD', 'JPY', 'KWD', 'CLF']

/** Numbers that look random and are the same each time (mulberry32). */
function chance(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most)
  }
}
const NOWHERE = { unitId: null, campaignId: null, planId: null }

describe('rounding', () => {
  it.each([
    ['0.125', 'EUR', '0.12'],
    ['0.135', 'EUR', '0.14'],
    ['-0.125', 'EUR', '-0.12'],
    ['-0.135', 'EUR', '-0.14'],
    ['2.5', 'JPY', '2'],
    ['3.5', 'JPY', '4'],
    ['1.0005', 'KWD', '1'],
    ['1.0015', 'KWD', '1.002'],
    ['0.1250000001', 'EUR', '0.13'],
  ])('takes %s %s to %s, from the middle to the even one', (amount, currency, rounded) => {
    expect(toCoins(fromDecimal(amount), currency)).toBe(unitsOf(rounded))
  })

  it('is never further off than half a coin, and leaves whole coins as they are', () => {
    const next = chance(1)
    for (let time = 0; time < 2000; time += 1) {
      const bottom = BigInt(1 + next(1_000_000))
      const top = BigInt(next(2_000_000_000) - 1_000_000_000)
      const off = 2n * (roundHalfEven(top, bottom) * bottom - top)
      expect(off <= bottom && off >= -bottom).toBe(true)
      expect(roundHalfEven(top * bottom, bottom)).toBe(top)
    }
  })

  it('knows an amount that is finer than a coin', () => {
    expect([isTooFine('1.005', 'EUR'), isTooFine('1.005', 'KWD'), isTooFine('1.5', 'JPY')]).toEqual([true, false, true])
  })
})

describe('spreading', () => {
  it('gives parts that add up to the whole and differ by one coin at most, in every currency', () => {
    const next = chance(2)
    for (const currency of CURRENCIES)
      for (let time = 0; time < 200; time += 1) {
        const coin = coinOf(currency)
        const whole = BigInt(next(1_000_000_000)) * coin
        const parts = spread(whole, 1 + next(12), currency)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(whole)
        const sorted = parts.toSorted((one, other) => Number(one - other))
        expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n) <= coin).toBe(true)
      }
  })
})

describe('a rate of exchange', () => {
  const rates = [
    { base: 'USD', quote: 'EUR', onDay: '2026-01-01', rate: '0.9' },
    { base: 'EUR', quote: 'TRY', onDay: '2026-01-10', rate: '40' },
    { base: 'USD', quote: 'EUR', onDay: '2026-01-15', rate: '0.95' },
    { base: 'USD', quote: 'TRY', onDay: '2026-01-15', rate: '42' },
  ]
  const rateOf = ratesInto('EUR', rates)

  it.each([
    ['USD', '2025-12-31', null],
    ['USD', '2026-01-01', '2026-01-01'],
    ['USD', '2026-01-14', '2026-01-01'],
    ['USD', '2026-02-15', '2026-01-15'],
    ['USD', '2026-02-16', null],
    ['GBP', '2026-01-15', null],
    ['TRY', '2026-01-15', '2026-01-10'],
  ])('for %s on %s is that of %s', (currency, day, found) => {
    expect(rateOf(currency, day)?.onDay ?? null).toBe(found)
  })

  it('is used whichever way round it was entered', () => {
    const rate = rateOf('TRY', '2026-01-15')
    expect(rate === null ? null : convert(unitsOf('1000'), rate.factor, 'EUR')).toBe(unitsOf('25'))
  })

  it('takes an amount there and back within half a coin of each side', () => {
    const next = chance(3)
    for (let time = 0; time < 3000; time += 1) {
      const [from = 'EUR', into = 'USD'] = [CURRENCIES[next(6)], CURRENCIES[next(6)]]
      if (from === into) continue
      const rate = `${next(50)}.${String(1 + next(999_999)).padStart(6, '0')}`
      const pair = [{ base: from, quote: into, onDay: '2026-01-01', rate }]
      const there = ratesInto(into, pair)(from, '2026-01-01')
      const back = ratesInto(from, pair)(into, '2026-01-01')
      if (there === null || back === null) throw new Error('There is a rate.')
      const amount = BigInt(next(1_000_000_000)) * coinOf(from)
      const returned = convert(convert(amount, there.factor, into), back.factor, from)
      const { top, bottom } = back.factor
      const off = returned > amount ? returned - amount : amount - returned
      // Half a coin of the other currency, at the rate back, and half a coin of its own for the second rounding.
      expect(2n * off * bottom <= coinOf(into) * top + coinOf(from) * bottom).toBe(true)
    }
  })
})

it('however lines are grouped, the parts add up to the whole, in every currency they are converted into', () => {
  const next = chance(4)
  for (const own of CURRENCIES) {
    const rates = CURRENCIES.filter((currency) => currency !== own).map((base) => ({
      base,
      quote: own,
      onDay: '2026-01-01',
      rate: `${next(40)}.${1 + next(999_999)}`,
    }))
    const lines = Array.from({ length: 200 }, (_, place): SaidLine => {
      const currency = CURRENCIES[next(6)] ?? 'EUR'
      const amount = () => BigInt(next(10_000_000)) * coinOf(currency)
      const said = { planned: amount(), committed: amount(), actual: amount() }
      return { ...NOWHERE, campaignId: String(place % 7), category: 'other', onDay: '2026-01-05', currency, said }
    })
    const { charges, gaps } = chargesOfLines(lines, { own, rateOf: ratesInto(own, rates) })
    const whole = sumOf(charges)
    const parts = [...Map.groupBy(charges, (charge) => charge.campaignId).values()].map(sumOf)
    for (const which of ['planned', 'committed', 'actual', 'left'] as const)
      expect(parts.reduce((sum, part) => sum + part[which], 0n)).toBe(whole[which])
    expect([gaps, whole.actual % coinOf(own)]).toEqual([[], 0n])
  }
})

it('a line without a rate of its day is a gap and in no sum', () => {
  const line: SaidLine = {
    ...NOWHERE,
    category: 'other',
    onDay: '2026-03-01',
    currency: 'USD',
    said: { ...NO_MONEY, actual: unitsOf('5') },
  }
  const { charges, gaps } = chargesOfLines([line], { own: 'EUR', rateOf: ratesInto('EUR', []) })
  expect(gaps).toEqual([{ ...NOWHERE, kind: 'exchange-rate', currency: 'USD', personId: null, onDay: '2026-03-01' }])
  expect(sumOf(charges)).toEqual({ ...NO_MONEY, left: 0n })
})

describe('a subscription', () => {
  const tool: SaidTool = {
    ...NOWHERE,
    price: unitsOf('100'),
    currency: 'EUR',
    cycle: 'quarter',
    startsOn: '2026-01-31',
    endsOn: '2026-04-30',
    inPlan: true,
  }
  const into = { own: 'EUR', rateOf: ratesInto('EUR', []) }

  it('is spread over the months of each cycle that begins before its end, and booked month by month', () => {
    const months = { from: '2026-01-01', to: '2026-12-01', today: '2026-03-15' }
    const { charges } = chargesOfTools([tool], months, into)
    expect(charges.map(({ onDay, said }) => [onDay, said.committed, said.actual])).toEqual([
      ['2026-01-31', unitsOf('33.33'), unitsOf('33.33')],
      ['2026-02-01', unitsOf('33.33'), unitsOf('33.33')],
      ['2026-03-01', unitsOf('33.34'), unitsOf('33.34')],
      ['2026-04-30', unitsOf('33.33'), 0n],
      ['2026-05-01', unitsOf('33.33'), 0n],
      ['2026-06-01', unitsOf('33.34'), 0n],
    ])
  })

  it('comes to the same in single months as in all of them together', () => {
    const next = chance(5)
    for (let time = 0; time < 60; time += 1) {
      const cycle = (['month', 'quarter', 'year'] as const)[next(3)] ?? 'month'
      const startsOn = `20${21 + next(6)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`
      const one = { ...tool, cycle, startsOn, endsOn: null, price: BigInt(next(1_000_000)) * 10_000n }
      const of = (from: string, to: string) =>
        sumOf(chargesOfTools([one], { from, to, today: '2026-06-15' }, into).charges)
      const months = Array.from({ length: 24 }, (_, place) => {
        const month = `${2025 + Math.floor(place / 12)}-${String(1 + (place % 12)).padStart(2, '0')}-01`
        return of(month, month)
      })
      const whole = of('2025-01-01', '2026-12-01')
      expect(months.reduce((sum, month) => sum + month.committed, 0n)).toBe(whole.committed)
      expect(months.reduce((sum, month) => sum + month.actual, 0n)).toBe(whole.actual)
    }
  })
})

it('hours at a rate are rounded once', () => {
  expect(costOf('7.25', '33.33', 'EUR')).toBe(unitsOf('241.64'))
})

describe('a file of accounts', () => {
  it.each([
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ["1'234.5", '.', '1234.5'],
    ['(1,234.50)', '.', '-1234.50'],
    ['12,5-', ',', '-12.5'],
    ['0', '.', '0'],
    ['-0', '.', '0'],
    ['1,23,4', '.', null],
    ['1.234,50', '.', null],
    ['=1+1', '.', null],
    ['+cmd|x', '.', null],
    ['12 €', '.', null],
    ['', '.', null],
  ] as const)('says %j with %s as its sign: %j', (cell, decimal, amount) => {
    expect(readAmount(cell, decimal)).toBe(amount)
  })

  it.each([
    ['2026-03-04', 'day-first', '2026-03-04'],
    ['04.03.2026', 'day-first', '2026-03-04'],
    ['4/3/2026', 'month-first', '2026-04-03'],
    ['04.03.2026', 'year-first', null],
    ['31.02.2026', 'day-first', null],
    ['=TODAY()', 'day-first', null],
    ['', 'year-first', null],
  ] as const)('dates %j, %s, as %j', (cell, order, day) => {
    expect(readDay(cell, order)).toBe(day)
  })
})
