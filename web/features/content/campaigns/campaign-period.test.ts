import { expect, it } from 'vitest'
import { byPeriod, periodState } from './campaign-period.ts'

const november = { startsOn: '2026-11-16', endsOn: '2026-11-30' }

it.each([
  ['2026-11-15', 'coming'],
  ['2026-11-16', 'now'],
  ['2026-11-30', 'now'],
  ['2026-12-01', 'past'],
])('on %s it is %s', (today, state) => expect(periodState(november, today)).toBe(state))

it('lists what runs, then what comes, then what is over', () => {
  const over = { startsOn: '2026-01-01', endsOn: '2026-02-01' }
  const overLater = { startsOn: '2026-03-01', endsOn: '2026-04-01' }
  const coming = { startsOn: '2026-12-05', endsOn: '2026-12-20' }
  expect(byPeriod([over, coming, overLater, november], '2026-11-24')).toEqual([november, coming, overLater, over])
})
