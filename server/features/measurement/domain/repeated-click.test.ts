import { expect, it } from 'vitest'
import { MOST_CLICKS_A_DAY, repeatedClick } from './repeated-click.ts'

const now = new Date('2026-11-22T10:00:10Z')
const at = (text: string, id = text) => ({ id, at: new Date(`2026-11-22T${text}Z`) })

it('lets a first click count', () => {
  expect(repeatedClick([], now)).toBeNull()
})

it('takes two clicks within ten seconds for one', () => {
  expect(repeatedClick([at('10:00:00.001'), at('09:00:00')], now)?.id).toBe('10:00:00.001')
  expect(repeatedClick([at('10:00:00')], now)).toBeNull()
})

it('stores no more of one visitor than a day may have', () => {
  const many = Array.from({ length: MOST_CLICKS_A_DAY }, (_, index) => at('08:00:00', String(index)))
  expect(repeatedClick(many.slice(1), now)).toBeNull()
  expect(repeatedClick(many, now)?.id).toBe('0')
})
