import { expect, it } from 'vitest'
import { requestOf } from './filter-request.ts'

it('asks for whole days of the reader, the last one included, also when the clocks change in between', () => {
  expect(requestOf({ from: '2026-10-24', to: '2026-10-25' }, 'Europe/Berlin')).toEqual({
    from: '2026-10-23T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  })
})

it('asks for one record, and leaves out what it cannot read', () => {
  const id = '0b1e3c52-7b1e-4d8e-9d56-0e5d1c5f7a11'
  expect(requestOf({ record: `goal:${id}`, type: 'post' }, 'UTC')).toEqual({ subjectType: 'goal', subjectId: id })
  expect(requestOf({ record: 'nonsense', type: 'ghost', room: 'cellar', from: 'yesterday' }, 'UTC')).toEqual({})
})
