import { describe, expect, it } from 'vitest'
import { en } from '#locales/en/index.ts'
import { tr } from '#locales/tr/index.ts'
import { namesAmount, namesDoing } from './goal-words.ts'
import { smartMarks, type DraftGoal } from './smart.ts'

const M = 1_000_000n
const goal: DraftGoal = {
  title: 'Win 80 orders',
  kpi: { growsOnly: true, direction: 'up', notAfter: null },
  baseline: 0n,
  target: 80n * M,
  startsOn: '2026-11-22',
  dueOn: '2027-01-31',
  today: '2026-11-22',
  objectives: [{ title: 'Revenue', endsOn: '2027-12-31' }],
  weeks: [6n * M, 8n * M, 10n * M, null],
}
const codeOf = (mark: string, change: Partial<DraftGoal>) => {
  const found = smartMarks({ ...goal, ...change }).find((one) => one.mark === mark)
  return `${found?.state}/${found?.code}`
}

describe('a goal', () => {
  it.each([
    ['Win 80 orders', 'true/true'],
    ['Double the replies', 'true/true'],
    ['Siparişleri 80’e çıkar', 'true/true'],
    ['İzlenmeyi yarıya düşürmek', 'doubtful/no-amount'],
    ['More orders', 'doubtful/neither'],
    ['80 orders', 'doubtful/no-doing'],
    ['Grow direct orders', 'doubtful/no-amount'],
    ['  ', 'missing/empty'],
  ])('called %j is specific: %s', (title, code) => expect(codeOf('specific', { title })).toBe(code))

  it.each([
    [{}, 'true/true'],
    [{ kpi: null }, 'missing/no-kpi'],
    [{ target: null }, 'missing/no-figures'],
    [{ target: 0n }, 'missing/same'],
    [{ target: -5n * M }, 'doubtful/other-way'],
    [{ kpi: { growsOnly: true, direction: 'up', notAfter: '2027-01-01' } }, 'missing/withdrawn'],
  ] as const)('with %o is measurable: %s', (change, code) => expect(codeOf('measurable', change)).toBe(code))

  // 80 in ten weeks are 8 a week; the weeks brought 8 on average.
  it.each([
    [{}, 'true/usual'],
    [{ target: 100n * M }, 'true/usual'],
    [{ target: 101n * M }, 'doubtful/ambitious'],
    [{ target: 160n * M }, 'doubtful/ambitious'],
    [{ target: 161n * M }, 'missing/far'],
    [{ weeks: [null, 0n] }, 'doubtful/no-history'],
    [{ weeks: [0n, 0n] }, 'doubtful/no-history'],
    [{ dueOn: null }, 'missing/unknown'],
  ] as const)('with %o is achievable: %s', (change, code) => expect(codeOf('achievable', change)).toBe(code))

  const rate = { growsOnly: false, direction: 'up', notAfter: null } as const
  it.each([
    [{ kpi: rate, target: 10n * M }, 'true/reached-before'],
    [{ kpi: rate, target: 12n * M }, 'doubtful/beyond-best'],
    [{ kpi: rate, target: 13n * M }, 'missing/far-beyond-best'],
    [{ kpi: { ...rate, direction: 'down' }, baseline: 9n * M, target: 6n * M }, 'true/reached-before'],
    [{ kpi: { ...rate, direction: 'down' }, baseline: 9n * M, target: 5n * M }, 'doubtful/beyond-best'],
    [{ kpi: { ...rate, direction: 'down' }, baseline: 9n * M, target: 4n * M }, 'missing/far-beyond-best'],
  ] as const)('that does not add up, with %o, is held against the best week: %s', (change, code) =>
    expect(codeOf('achievable', change)).toBe(code),
  )

  it.each([
    ['relevant', { objectives: [] }, 'missing/none'],
    ['relevant', { objectives: [{ title: 'Old', endsOn: '2027-01-30' }] }, 'doubtful/over'],
    ['time-bound', { dueOn: null }, 'missing/none'],
    ['time-bound', { dueOn: '2026-11-21' }, 'missing/past'],
    ['time-bound', { dueOn: '2026-12-05' }, 'doubtful/short'],
    ['time-bound', { dueOn: '2026-12-06' }, 'true/true'],
  ] as const)('is %s with %o: %s', (mark, change, code) => expect(codeOf(mark, change)).toBe(code))

  it('has a sentence for every mark in both languages', () => {
    const codes = [
      'specific.empty specific.true specific.no-amount specific.no-doing specific.neither measurable.no-kpi',
      'measurable.no-figures measurable.same measurable.withdrawn measurable.other-way measurable.true achievable.unknown',
      'achievable.no-history achievable.usual achievable.ambitious achievable.far achievable.reached-before achievable.beyond-best',
      'achievable.far-beyond-best relevant.none relevant.over relevant.true time-bound.none time-bound.past',
      'time-bound.short time-bound.true',
    ]
      .flatMap((some) => some.split(' '))
      .map((code) => `smart.${code}`)
    for (const catalogue of [en, tr]) expect(Object.keys(catalogue.strategy)).toEqual(expect.arrayContaining(codes))
  })
})

it('knows verbs and amounts of both languages, and does not take any word for one', () => {
  expect(['artırmak', 'ulaş', 'raising', 'Growth'].map(namesDoing)).toEqual([true, true, true, true])
  expect(['altı kanal', 'article', 'orders', 'together'].map(namesDoing)).toEqual([false, false, false, false])
  expect(['nine orders', 'dokuz sipariş', '%5', 'orders'].map(namesAmount)).toEqual([true, true, true, false])
})
