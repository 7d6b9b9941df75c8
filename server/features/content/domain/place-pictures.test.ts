import { expect, it } from 'vitest'
import { placePictures } from './place-pictures.ts'

const ranges = [
  { start: 0, end: 10 },
  { start: 12, end: 20 },
  { start: 22, end: 30 },
]
const mark = (id: string, at: number) => ({ address: `/api/v1/media/${id}/file`, at })

it('keeps a picture with the words around it and puts the others on the first part', () => {
  expect(placePictures(ranges, { mediaIds: ['a', 'b', 'c'], marks: [mark('b', 20), mark('c', 22)], most: 4 })).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ])
})

it('lets the next part with room take over what is too much, then the last before', () => {
  expect(
    placePictures(ranges, {
      mediaIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      marks: [mark('g', 25), mark('f', 26), mark('e', 27)],
      most: 2,
    }),
  ).toEqual([
    ['a', 'b'],
    ['e', 'c'],
    ['g', 'f'],
  ])
})

it('leaves pictures out where the platform takes none', () => {
  expect(placePictures(ranges, { mediaIds: ['a'], marks: [], most: 0 })).toEqual([[], [], []])
})
