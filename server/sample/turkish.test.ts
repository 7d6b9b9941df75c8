import { expect, test } from 'vitest'
import { LINES, TOOLS } from './budget.ts'
import { POSITIONS } from './positions-story.ts'
import { DIRECTION } from './story.ts'
import { EXPERTISE, UNITS } from './structure-story.ts'
import { calledIn } from './turkish.ts'

const PROPER = ['Türkiye', 'DACH', 'UK', 'Lumen Row']

test('The sample says what it stands for, and calls its units, positions and topics, by Turkish words for a Turkish reader', () => {
  const names = [
    ...UNITS.map(({ name }) => name).filter((name) => !PROPER.includes(name)),
    ...POSITIONS.map(({ title }) => title),
    ...EXPERTISE.map(({ topic }) => topic),
    ...LINES.map(({ title }) => title),
    ...TOOLS.map(({ name }) => name),
    ...Object.values(DIRECTION),
  ]
  expect(names.filter((name) => calledIn('tr', name) === name)).toEqual([])
  expect(names.filter((name) => calledIn('en', name) !== name)).toEqual([])
})
