import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { holidayCountries, holidaysOf } from './holidays.ts'

it('names the public holidays between two days, in the language where it has the word', async () => {
  const range = { from: '2026-10-01', to: '2026-10-31' }
  expect(await holidaysOf('TR', range, 'tr')).toEqual([{ on: '2026-10-29', name: 'Cumhuriyet Bayramı' }])
  expect(await holidaysOf('ZZ', range, 'tr')).toEqual([])
  expect(await holidayCountries()).toContain('TR')
})

it('is not fetched when the server starts: nothing of the server imports the library but when asked', () => {
  const importing = globSync('server/**/*.ts').filter(
    (path) =>
      !path.endsWith('.test.ts') && /^import (?!type )[^\n]*from 'date-holidays'/m.test(readFileSync(path, 'utf8')),
  )
  expect(importing).toEqual([])
})
