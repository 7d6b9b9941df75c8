import { expect, it } from 'vitest'
import { drawStations, type SubjectKind } from './trace.ts'

const nothing = { posts: 0, clicks: 0, conversions: 0, value: [] }
/** How many records each station has, in the order of the line. */
function states(
  subject: SubjectKind,
  totals: readonly [number, number, number, number, number],
  clicks: number,
): string {
  const found = (total: number) => ({ items: [], total })
  const [objective, goal, campaign, piece, post] = totals
  const stations = drawStations(
    subject,
    {
      objective: found(objective),
      goal: found(goal),
      campaign: found(campaign),
      piece: found(piece),
      post: found(post),
    },
    { ...nothing, clicks },
  )
  return stations.map((station) => station.state).join(' ')
}

it.each([
  ['post', [1, 1, 1, 1, 1], 5, 'present present present present here present'],
  ['post', [0, 0, 0, 0, 1], 0, 'gap gap gap gap here not-yet'],
  ['post', [0, 1, 1, 1, 1], 0, 'gap present present present here not-yet'],
  ['piece', [1, 1, 1, 1, 0], 0, 'present present present here not-yet not-yet'],
  ['campaign', [0, 0, 1, 2, 9], 9, 'gap gap here present present present'],
  ['goal', [0, 1, 0, 0, 0], 0, 'gap here not-yet not-yet not-yet not-yet'],
  ['objective', [1, 2, 1, 0, 3], 4, 'here present present gap present present'],
  ['objective', [1, 0, 0, 0, 0], 0, 'here not-yet not-yet not-yet not-yet not-yet'],
] as const)('draws the line of %s with %j and %i clicks', (subject, totals, clicks, expected) => {
  expect(states(subject, totals, clicks)).toBe(expected)
})
