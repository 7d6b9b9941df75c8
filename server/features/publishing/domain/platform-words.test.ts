import { expect, it } from 'vitest'
import { storableWords } from './platform-words.ts'

it('keeps what a platform said in a form that PostgreSQL takes', () => {
  expect(storableWords('Too\u0000 long')).toBe('Too long')
  expect(storableWords(`${'a'.repeat(1999)}😀`)).toBe(`${'a'.repeat(1999)}\uFFFD`)
  expect(storableWords('a'.repeat(5000))).toHaveLength(2000)
  expect(storableWords(null)).toBeNull()
})
