import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { KPIS, METRICS, type MetricId } from '#contract/kpi-catalogue.ts'
import { REFUSALS } from '#contract/refusal.ts'
import { compileFormula, tryFormula } from './compile.ts'
import { addFigures, NOTHING, type Figures } from './evaluate.ts'
import { FORMULA_CODES } from './problem.ts'
import { decimalOf, fromDecimal, toUnits } from './rational.ts'
import { en } from '#locales/en/index.ts'
import { tr } from '#locales/tr/index.ts'

const measured = (figures: Partial<Record<MetricId, string>>): Figures => ({
  ...NOTHING,
  ...Object.fromEntries(Object.entries(figures).map(([metric, value]) => [metric, toUnits(fromDecimal(value))])),
})
const valueOf = (formula: string, figures: Partial<Record<MetricId, string>>) => {
  const { value, none } = compileFormula(formula).valueOf(measured(figures))
  return none === null ? decimalOf(value) : none.code
}

describe('a formula', () => {
  it.each([
    ['clicks', { clicks: '7' }, '7'],
    ['percent(conversions / clicks)', { conversions: '1', clicks: '3' }, '33.333333'],
    ['conversions / clicks * 100', { conversions: '2', clicks: '3' }, '66.666667'],
    ['value / conversions', { value: '100', conversions: '3' }, '33.333333'],
    ['value - 0.5 * value', { value: '9.99' }, '4.995'],
    ['posts / (time / 1 week)', { posts: '6', time: '1209600' }, '3'],
    ['time / posts', { posts: '4', time: '86400' }, '21600'],
    ['max(clicks, 1) + 2 * 3', { clicks: '0' }, '7'],
    ['min(clicks, conversions, posts)', { clicks: '5', conversions: '2', posts: '9' }, '2'],
    ['-clicks - -clicks', { clicks: '5' }, '0'],
    ['clicks / 3 * 3', { clicks: '1' }, '1'],
    ['clicks ÷ posts × 2', { clicks: '9', posts: '3' }, '6'],
    ['CLICKS', { clicks: '1' }, '1'],
  ] as const)('%s of %j is %s', (formula, figures, value) => expect(valueOf(formula, figures)).toBe(value))

  it.each([
    ['clicks', 'count'],
    ['clicks + 5', 'count'],
    ['value', 'money'],
    ['value / posts', 'money'],
    ['value * 2', 'money'],
    ['value / value', 'ratio'],
    ['conversions / clicks', 'ratio'],
    ['percent(conversions / clicks)', 'percent'],
    ['time', 'duration'],
    ['time - 3 days', 'duration'],
    ['time / posts', 'duration'],
    ['clicks * (conversions / clicks)', 'count'],
  ] as const)('%s is told in %s', (formula, unit) => expect(compileFormula(formula).unit).toBe(unit))

  it.each([
    ['', 'formula.empty', 0, 0],
    ['clicks +', 'formula.unfinished', 8, 8],
    ['(clicks', 'formula.not-closed', 0, 1],
    ['clicks )', 'formula.unexpected', 7, 8],
    ['clicks posts', 'formula.unexpected', 7, 12],
    ['clicks; drop', 'formula.unknown-sign', 6, 7],
    ['1,5 * clicks', 'formula.comma', 1, 2],
    ['1.2.3 * clicks', 'formula.number-form', 0, 5],
    ['1.1234567 * clicks', 'formula.number-form', 0, 9],
    ['fame', 'formula.unknown-metric', 0, 4],
    ['click / posts', 'formula.unknown-metric-near', 0, 5],
    ['constructor', 'formula.unknown-metric', 0, 11],
    ['eval(clicks)', 'formula.unknown-function', 0, 4],
    ['percent(clicks, posts)', 'formula.given', 0, 22],
    ['clicks + value', 'formula.mixed', 0, 14],
    ['posts + (time - clicks)', 'formula.mixed', 8, 23],
    ['percent(clicks / posts) + clicks / posts', 'formula.mixed', 0, 40],
    ['value * value', 'formula.product', 0, 13],
    ['clicks / value', 'formula.quotient', 0, 14],
    ['posts / time', 'formula.per-time', 0, 12],
    ['percent(clicks)', 'formula.percent-of', 8, 14],
    ['2 * 3', 'formula.no-metric', 0, 5],
    ['7 days', 'formula.no-metric', 0, 6],
    ['x'.repeat(401), 'formula.too-long', 400, 401],
    ['('.repeat(150) + 'clicks' + ')'.repeat(150), 'formula.too-deep', 25, 26],
    ['-'.repeat(200) + 'clicks', 'formula.too-deep', 25, 26],
  ] as const)('%s is refused as %s at %i to %i', (text, code, from, to) => {
    const tried = tryFormula(text)
    expect('problem' in tried ? { code: tried.problem.code, ...tried.problem.place } : tried).toEqual({
      code,
      from,
      to,
    })
  })

  it('says in both languages what can be wrong with it', () => {
    for (const catalogue of [en, tr])
      expect(Object.keys(catalogue.refusal)).toEqual(expect.arrayContaining([...FORMULA_CODES, 'kpi.formula']))
    expect(REFUSALS).toHaveProperty(['kpi.formula'])
  })

  it('says which part has no value yet, and why', () => {
    const { valueOf: outcome } = compileFormula('percent(conversions / (clicks - clicks)) + percent(1)')
    expect(outcome(measured({ clicks: '4', conversions: '1' }))).toEqual({
      value: null,
      none: { code: 'zero-divisor', place: { from: 22, to: 39 } },
    })
    expect(compileFormula('posts + likes').valueOf(measured({ posts: '4' })).none).toEqual({
      code: 'not-counted',
      place: { from: 8, to: 13 },
    })
    const costs = compileFormula('value / cost')
    const place = { from: 8, to: 12 }
    expect(costs.valueOf(measured({ value: '4' })).none).toEqual({ code: 'no-cost', place })
    const gap: Figures = { ...measured({ value: '4' }), rateMissing: true }
    expect(costs.valueOf(gap).none).toEqual({ code: 'rate-missing', place })
    // A stretch whose cost is known does not make up for one whose rate is missing.
    const both = addFigures(gap, measured({ cost: '2' }))
    expect(costs.valueOf(both).none).toEqual({ code: 'rate-missing', place })
    expect(valueOf('clicks * 999999999999999 * 999999999999999', { clicks: '5' })).toBe('too-large')
  })

  it.each([
    ['clicks / posts', 'posts'],
    ['percent(conversions / (clicks + posts))', 'clicks + posts'],
    ['clicks / posts + 1', null],
    ['clicks', null],
  ])('%s divides by %s', (text, denominator) => expect(compileFormula(text).denominator).toBe(denominator))

  it.each([
    ['clicks + 2 * conversions', true],
    ['max(clicks, posts) / 7', true],
    ['clicks - 5', true],
    ['clicks - posts', false],
    ['clicks * (1 - 3)', false],
    ['clicks / posts', false],
    ['value', false],
    ['cost', false],
    ['engagements', false],
  ])('%s only grows: %s', (text, grows) => expect(compileFormula(text).growsOnly).toBe(grows))
})

it.each(KPIS)('the catalogue says of $id what its formula says', ({ formula, unit, denominator, source }) => {
  expect(compileFormula(formula)).toMatchObject({ unit, denominator, source })
})

/** The same numbers for the same seed, so that a failure can be repeated. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const SIGNS = ['+', '-', '*', '/', '(', ')', ',', 'percent(', 'min(', 'max(', '2', '0', '0.5', '3 days', ' ']
const WORDS: readonly string[] = METRICS.map(({ id }): string => id).concat(SIGNS)

describe('any formula', () => {
  it('is either understood or refused with a place inside it, whatever is typed', () => {
    const pick = chance(7)
    const signs = [...WORDS, 'process', '`', '${1}', 'eval(', '=>', '\u0000', '💥', '__proto__', 'toString', '.']
    for (let round = 0; round < 5000; round += 1) {
      const text = Array.from({ length: pick(14) }, () => signs[pick(signs.length)] ?? '').join('')
      const tried = tryFormula(text)
      if ('formula' in tried) continue
      const { from, to } = tried.problem.place
      expect(from >= 0 && from <= to && to <= text.length, `${text}: ${from} to ${to}`).toBe(true)
      expect(FORMULA_CODES).toContain(tried.problem.code)
    }
  })

  it('has a number as its value, or says why not; the same as plain arithmetic finds', () => {
    const pick = chance(11)
    let valued = 0
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 1 + pick(7) }, () => WORDS[pick(WORDS.length)] ?? '').join(' ')
      const tried = tryFormula(text)
      if (!('formula' in tried)) continue
      const given = Object.fromEntries(METRICS.map(({ id }) => [id, String(pick(4))]))
      const outcome = tried.formula.valueOf(measured(given))
      if (outcome.none !== null) {
        expect(['zero-divisor', 'not-counted', 'too-large']).toContain(outcome.none.code)
        continue
      }
      valued += 1
      const decimal = decimalOf(outcome.value)
      expect(decimal).toMatch(/^-?\d{1,15}(\.\d{1,6})?$/)
      expect(Number(decimal), text).toBeCloseTo(plain(text, given), 3)
    }
    expect(valued).toBeGreaterThan(500)
  })

  it('never adds what is of two units: money stays money when all money is told in another currency', () => {
    const pick = chance(13)
    let checked = 0
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 1 + pick(7) }, () => WORDS[pick(WORDS.length)] ?? '').join(' ')
      const tried = tryFormula(text)
      if (!('formula' in tried) || !tried.formula.metrics.includes('value')) continue
      const given = Object.fromEntries(METRICS.map(({ id }) => [id, String(1 + pick(4))]))
      const [before, after] = [given, { ...given, value: `${Number(given['value']) * 1000}` }].map((figures) =>
        tried.formula.valueOf(measured(figures)),
      )
      if (before === undefined || after === undefined || before.none !== null || after.none !== null) continue
      checked += 1
      // Scaling the unit scales a result in that unit by as much, and leaves every other alone.
      const scale = tried.formula.unit === 'money' ? 1000n : 1n
      const difference = after.value - before.value * scale
      expect(difference < 0n ? -difference : difference, text).toBeLessThanOrEqual(scale)
    }
    expect(checked).toBeGreaterThan(50)
  })
})

/** The formula worked out another way: by floating point, with words put in place of metrics. */
function plain(text: string, figures: Readonly<Record<string, string>>): number {
  const source = text
    .replaceAll(/(\d+(?:\.\d+)?)\s*days/g, '($1*86400)')
    .replaceAll(/\bpercent\s*\(/g, '100*(')
    .replaceAll(/\b(min|max)\s*\(/g, 'Math.$1(')
    .replaceAll(/(?<!\.)\b(?!Math\b|min\b|max\b)[a-z]+\b/g, (word) => `(${figures[word] ?? 'NaN'})`)
    .replaceAll('- -', '- (-1) *')
  return Number(runInNewContext(source))
}
