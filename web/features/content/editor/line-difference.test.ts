import { expect, it } from 'vitest'
import { compareLines } from './line-difference.ts'

const own = (lines: readonly { text: string; own: boolean }[]) =>
  lines.filter((line) => line.own).map((line) => line.text)

it('marks only the lines that one text has by itself', () => {
  const { mine, theirs } = compareLines('one\ntwo\nthree', 'one\n2\nthree\nfour')
  expect(own(mine)).toEqual(['two'])
  expect(own(theirs)).toEqual(['2', 'four'])
})

it('keeps every line in its order', () => {
  const { mine } = compareLines('b\na', 'a\nb')
  expect(mine.map((line) => line.text)).toEqual(['b', 'a'])
  expect(own(mine)).toHaveLength(1)
})

it('finds nothing in equal texts', () => {
  expect(own(compareLines('one\n\ntwo', 'one\n\ntwo').mine)).toEqual([])
})
