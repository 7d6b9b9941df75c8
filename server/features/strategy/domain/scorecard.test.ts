import { describe, expect, it } from 'vitest'
import { circleOf, type Arrow } from './circle.ts'
import { areInOrder, lightOf, lightOfStanding, worstLight } from './lights.ts'

describe('a light', () => {
  const up = { direction: 'up', green: 100n, amber: 60n } as const
  const down = { direction: 'down', green: 10n, amber: 20n } as const
  it.each([
    [up, 100n, 'green'],
    [up, 99n, 'amber'],
    [up, 60n, 'amber'],
    [up, 59n, 'red'],
    [up, null, 'grey'],
    [down, 10n, 'green'],
    [down, 11n, 'amber'],
    [down, 20n, 'amber'],
    [down, 21n, 'red'],
    [down, null, 'grey'],
  ] as const)('by %o of %s is %s', (thresholds, value, light) => expect(lightOf(thresholds, value)).toBe(light))

  it('needs green to be better than amber', () => {
    expect([areInOrder(up), areInOrder(down)]).toEqual([true, true])
    expect(areInOrder({ ...up, amber: 100n })).toBe(false)
    expect(areInOrder({ ...up, direction: 'down' })).toBe(false)
  })

  it('never turns better when the value turns worse', () => {
    const order = ['red', 'amber', 'green']
    const lights = Array.from({ length: 140 }, (_, value) => order.indexOf(lightOf(up, BigInt(value))))
    expect(lights).toEqual(lights.toSorted((left, right) => left - right))
    const falling = Array.from({ length: 40 }, (_, value) => order.indexOf(lightOf(down, BigInt(value))))
    expect(falling).toEqual(falling.toSorted((left, right) => right - left))
  })

  it('of an objective is its worst one, and grey only where nothing is measured', () => {
    expect(worstLight(['green', 'grey', 'amber'])).toBe('amber')
    expect(worstLight(['green', 'red'])).toBe('red')
    expect(worstLight(['grey'])).toBe('grey')
    expect(worstLight([])).toBe('grey')
    expect([lightOfStanding('missed'), lightOfStanding('reached')]).toEqual(['red', 'green'])
  })
})

const arrows = (...pairs: readonly string[]): Arrow[] =>
  pairs.map((pair) => ({ causeId: pair.charAt(0), effectId: pair.charAt(1) }))

describe('a circle of causes', () => {
  it.each([
    ['ab', [], null],
    ['aa', [], 'aa'],
    ['ba', ['ab'], 'bab'],
    ['ca', ['ab', 'bc'], 'cabc'],
    ['da', ['ab', 'bc', 'cd', 'ad'], 'dad'],
    ['ac', ['ab', 'bc'], null],
    ['db', ['ab', 'cb'], null],
  ] as const)('%s after %j closes %s', (pair, before, way) => {
    const [arrow] = arrows(pair)
    expect(arrow && circleOf(arrows(...before), arrow)).toEqual(way === null ? null : way.split(''))
  })

  it('is never drawn, whatever arrows are tried in whatever order', () => {
    let state = 9
    const pick = () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % 7
    for (let round = 0; round < 300; round += 1) {
      const drawn: Arrow[] = []
      for (let tries = 0; tries < 40; tries += 1) {
        const arrow = { causeId: String(pick()), effectId: String(pick()) }
        const way = circleOf(drawn, arrow)
        if (way === null) drawn.push(arrow)
        else {
          expect(way.slice(0, 2)).toEqual([arrow.causeId, arrow.effectId])
          expect(way.at(-1)).toBe(arrow.causeId)
          const steps = way.slice(1, -1).map((causeId, place) => ({ causeId, effectId: way[place + 2] ?? '' }))
          expect(drawn).toEqual(expect.arrayContaining(steps))
        }
      }
      expect(isOrdered(drawn)).toBe(true)
    }
  })
})

/** Whether everything can be put in an order in which causes come before their effects (Kahn's algorithm). */
function isOrdered(drawn: readonly Arrow[]): boolean {
  let left = [...drawn]
  for (;;) {
    const causes = new Set(left.map(({ causeId }) => causeId))
    const rest = left.filter(({ effectId }) => causes.has(effectId))
    if (rest.length === 0) return true
    if (rest.length === left.length) return false
    left = rest
  }
}
