import { expect, it } from 'vitest'
import { countStandings, worstStanding } from './standing.ts'

it('takes the worst measured goal, and none for an objective without measured goals', () => {
  expect(worstStanding([{ standing: 'reached' }, { standing: 'at-risk' }, { standing: 'not-measured' }])).toBe(
    'at-risk',
  )
  expect(worstStanding([{ standing: 'not-measured' }])).toBe('not-measured')
  expect(worstStanding([])).toBe('not-measured')
})

it('counts how many stand how and leaves out what nobody is', () => {
  expect(countStandings(['behind', 'on-path', 'behind'])).toEqual([
    ['on-path', 1],
    ['behind', 2],
  ])
})
