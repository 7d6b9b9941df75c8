import { expect, it } from 'vitest'
import { changesFrom, mergeFields } from './piece-fields.ts'

const base = { title: 'Harvest', body: 'one', language: 'en', campaignId: null, mediaIds: ['a'] }

it('names only what differs', () => {
  expect(changesFrom(base, { ...base, body: 'two' })).toEqual({ body: 'two' })
  expect(changesFrom(base, { ...base, mediaIds: ['a'] })).toEqual({})
})

it('joins changes of different fields', () => {
  const { merged, clashes } = mergeFields({
    base,
    mine: { ...base, body: 'mine' },
    theirs: { ...base, title: 'First harvest' },
  })
  expect(clashes).toEqual([])
  expect(merged).toEqual({ ...base, body: 'mine', title: 'First harvest' })
})

it('leaves it to the person where both have changed the same field differently', () => {
  expect(mergeFields({ base, mine: { ...base, body: 'mine' }, theirs: { ...base, body: 'theirs' } }).clashes).toEqual([
    'body',
  ])
})

it('sees no clash where both have written the same', () => {
  expect(mergeFields({ base, mine: { ...base, body: 'same' }, theirs: { ...base, body: 'same' } }).clashes).toEqual([])
})
