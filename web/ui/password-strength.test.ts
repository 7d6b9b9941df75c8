import { expect, it } from 'vitest'
import { passwordStrength } from './password-strength.ts'

it('calls anything under twelve characters too short', () => {
  expect(passwordStrength('Xy7#kq!2mn')).toBe('too-short')
})

it('is not deceived by repetition, rows of keys, well-known words or one’s own name', () => {
  expect(passwordStrength('aaaaaaaaaaaaaaaa')).toBe('weak')
  expect(passwordStrength('1234567890123')).toBe('weak')
  expect(passwordStrength('password1234')).toBe('weak')
  expect(passwordStrength('denizkorkut1', ['Deniz', 'Korkut'])).toBe('weak')
})

it('values length and variety', () => {
  expect(passwordStrength('correct horse battery staple')).toBe('strong')
  expect(passwordStrength('kahve bardağı masada')).toBe('strong')
})
