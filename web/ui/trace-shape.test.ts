import { describe, expect, it } from 'vitest'
import { closesGap, shapeTrace } from './trace-shape.ts'
import type { Station, Trace } from './trace-shape.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const station = (type: Station['type'], state: Station['state']): Station => ({
  type,
  state,
  items: state === 'present' || state === 'here' ? [{ id: `${type}-id`, title: type, detail: null }] : [],
  total: state === 'present' ? 1 : 0,
})
const trace = (...stations: readonly Station[]): Trace => ({
  subject: { type: 'piece', id: ID },
  stations: [...stations],
  result: { posts: 0, clicks: 0, conversions: 0, value: [] },
})
const pieceWithoutGoal = trace(
  station('objective', 'present'),
  station('goal', 'gap'),
  station('campaign', 'present'),
  station('piece', 'here'),
  station('post', 'not-yet'),
  station('result', 'not-yet'),
)

describe('the shape of a trace', () => {
  it('breaks the line on both sides of a gap, and dots it towards what is not there yet', () => {
    expect(shapeTrace(pieceWithoutGoal).map(({ marks }) => marks)).toEqual([
      ['cut'],
      ['gap'],
      [],
      ['here', 'tosoon'],
      ['soon', 'tosoon'],
      ['soon'],
    ])
  })

  it('ends in the result when there is one', () => {
    expect(shapeTrace(trace(station('post', 'here'), station('result', 'present'))).map(({ marks }) => marks)).toEqual([
      ['here'],
      ['end'],
    ])
  })

  it('leads to the record below a gap, which lacks the link', () => {
    expect(closesGap(pieceWithoutGoal, 'goal')).toEqual({ type: 'campaign', id: 'campaign-id' })
  })

  it('leaves the upper of two gaps alone until the lower one is closed', () => {
    const both = trace(station('objective', 'gap'), station('goal', 'gap'), station('campaign', 'here'))
    expect(closesGap(both, 'objective')).toBeNull()
    expect(closesGap(both, 'goal')).toEqual({ type: 'campaign', id: 'campaign-id' })
  })

  it('leads to the record above where nothing is below', () => {
    expect(
      closesGap(trace(station('objective', 'here'), station('goal', 'gap'), station('campaign', 'not-yet')), 'goal'),
    ).toEqual({ type: 'objective', id: 'objective-id' })
  })
})
