import { describe, expect, it } from 'vitest'
import { isUnderWay, stepOf } from './steps.ts'

const nothing = { objective: null, goal: null, piece: null, post: null, clicks: 0 }
const chain = { objective: {}, goal: {}, piece: {} }
const post = (state: 'planned' | 'failed' | 'published') => ({ delivery: { state } })

describe('where the tour goes on', () => {
  it('follows what exists, not what somebody remembers', () => {
    expect(stepOf(nothing)).toBe('objective')
    expect(stepOf({ ...nothing, objective: {} })).toBe('goal')
    expect(stepOf({ ...nothing, objective: {}, goal: {} })).toBe('campaign')
    expect(stepOf({ ...nothing, ...chain })).toBe('publish')
  })

  it('stays with publishing until the post is out', () => {
    expect(stepOf({ ...nothing, ...chain, post: post('planned') })).toBe('publish')
    expect(stepOf({ ...nothing, ...chain, post: post('failed') })).toBe('publish')
  })

  it('is finished only by a counted click', () => {
    expect(stepOf({ ...nothing, ...chain, post: post('published') })).toBe('click')
    expect(stepOf({ ...chain, post: post('published'), clicks: 1 })).toBe('finished')
  })

  it('asks again only while a delivery can still go out by itself', () => {
    expect(
      (['planned', 'sending', 'retry-at', 'failed', 'unknown', 'held', 'published'] as const).filter(isUnderWay),
    ).toEqual(['planned', 'sending', 'retry-at'])
  })
})
