import { expect, it } from 'vitest'
import { compareBlocks } from './plan-comparison.ts'
import { column, count, row, table, text, type TakenBlock } from './plan-content.ts'

const goals = (...rows: readonly (readonly [id: string, title: string, target: number])[]): TakenBlock => ({
  room: 'goals',
  budget: false,
  parts: table(
    rows.map(([id, title, target]) => row(id, [text(title), count(target)])),
    { title: 'goals', columns: [column('goal'), column('target', 'end')] },
  ),
})

it('tells records that came, went or say something else, and leaves out those that stayed', () => {
  const before = goals(['a', 'Orders', 80], ['b', 'Readers', 2100], ['c', 'Stories', 130])
  const after = goals(['d', 'Visits', 1500], ['a', 'Orders', 90], ['b', 'Readers', 2100])
  expect(compareBlocks([before], [after]).map(({ id, state, changes }) => [id, state, changes])).toEqual([
    ['d', 'added', []],
    ['a', 'changed', [{ column: 'document:column.target', before: count(80), after: count(90) }]],
    ['c', 'removed', []],
  ])
})

it('finds nothing where a record only stands elsewhere', () => {
  const [one, other] = [
    goals(['a', 'Orders', 80], ['b', 'Readers', 1]),
    goals(['b', 'Readers', 1], ['a', 'Orders', 80]),
  ]
  expect(compareBlocks([one], [other])).toEqual([])
})
