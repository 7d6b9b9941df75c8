import { describe, expect, it } from 'vitest'
import { keepTour, readTour } from './kept-ids.ts'

function storage(text: string | null = null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_name: string, value: string) => {
      kept = value
    },
  }
}

describe('what the browser keeps of the tour', () => {
  it('comes back as it was', () => {
    const place = storage()
    keepTour('tour', { objective: 'a', goal: 'b' }, place)
    expect(readTour('tour', place)).toEqual({ objective: 'a', goal: 'b' })
  })

  it('tells a tour that begins anew from one of which nothing is known', () => {
    expect(readTour('tour', storage('{}'))).toEqual({})
    expect(readTour('tour', storage())).toBeNull()
  })

  it('takes nothing from a broken entry', () => {
    expect(readTour('tour', storage('{"objective":'))).toBeNull()
    expect(readTour('tour', storage('{"objective":7,"other":"x","goal":"b"}'))).toEqual({ goal: 'b' })
  })
})
