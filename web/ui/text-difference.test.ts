import { describe, expect, it } from 'vitest'
import { compareTexts } from './text-difference.ts'

function only(ours: string, theirs: string) {
  const compared = compareTexts(ours, theirs)
  expect(compared.ours.map(({ text }) => text).join('')).toBe(ours)
  expect(compared.theirs.map(({ text }) => text).join('')).toBe(theirs)
  return [compared.ours, compared.theirs].map((side) => side.filter((stretch) => stretch.only).map(({ text }) => text))
}

describe('comparing what was sent with what is shown', () => {
  it('marks what only one side has, down to parts of a link', () => {
    expect(only('Try kavrela.example/water?utm_id=p418 #homebrewing', 'Try kavrela.example/water')).toEqual([
      ['?utm_id=p418 #homebrewing'],
      [],
    ])
    expect(only('Good coffee, İzmir', 'Good tea, İzmir')).toEqual([['coffee'], ['tea']])
  })

  it('marks nothing in equal texts and everything in strange ones', () => {
    expect(only('çay', 'çay')).toEqual([[], []])
    expect(only('one', 'two')).toEqual([['one'], ['two']])
    expect(only('', 'two words')).toEqual([[], ['two words']])
  })

  it('stays quick with long texts that differ throughout', () => {
    const long = (word: string) => Array.from({ length: 9000 }, (_, place) => `${word}${place}`).join(' ')
    expect(only(`same ${long('a')}`, `same ${long('b')}`)[0]?.[0]?.startsWith('a0')).toBe(true)
  })
})
