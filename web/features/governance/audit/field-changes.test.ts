import { expect, it } from 'vitest'
import { fieldChanges, isProse } from './field-changes.ts'

it('names what differs, and leaves out what is the same or empty on both sides', () => {
  expect(fieldChanges({ title: 'A', ids: ['1'], note: '' }, { title: 'B', ids: ['1'], note: null, more: [] })).toEqual([
    { name: 'title', before: 'A', after: 'B' },
  ])
})

it('shows all that was there at the beginning, and all that was there at the end', () => {
  expect(fieldChanges(null, { title: 'A', active: false })).toEqual([
    { name: 'title', before: null, after: 'A' },
    { name: 'active', before: null, after: false },
  ])
  expect(fieldChanges({ title: 'A' }, null)).toEqual([{ name: 'title', before: 'A', after: null }])
  expect(fieldChanges(null, null)).toEqual([])
})

it('compares words only where both sides are texts of several', () => {
  expect(isProse('From tree to cup, slowly and well', 'From tree to cup')).toBe(true)
  expect([isProse('planned', 'held'), isProse(null, 'From tree to cup, slowly'), isProse('a'.repeat(40), 'b')]).toEqual(
    [false, false, false],
  )
})
