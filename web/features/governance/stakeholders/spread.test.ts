import { expect, it } from 'vitest'
import { spread } from './spread.ts'

it('puts more interest further right and more influence further up', () => {
  const [low, high] = spread([
    { id: 'a', interest: 1, influence: 1 },
    { id: 'b', interest: 5, influence: 5 },
  ])
  expect((low?.left ?? 0) < (high?.left ?? 0) && (low?.bottom ?? 0) < (high?.bottom ?? 0)).toBe(true)
})

it('gives those who share a place spots of their own', () => {
  const spots = spread(Array.from({ length: 5 }, (_, place) => ({ id: String(place), interest: 3, influence: 3 })))
  expect(new Set(spots.map(({ bottom }) => bottom)).size).toBe(5)
})

it('stays inside the field', () => {
  const spots = spread(Array.from({ length: 60 }, (_, place) => ({ id: String(place), interest: 5, influence: 5 })))
  expect(spots.every(({ left, bottom }) => left > 0 && left < 100 && bottom > 0 && bottom < 100)).toBe(true)
})
