import { describe, expect, it } from 'vitest'
import { OPERATING_MODELS } from '#contract/actions.ts'
import type { ModelUnit } from './operating-model.ts'
import { rightChanges, type ModelState, type Worker } from './right-changes.ts'

const UNITS: readonly ModelUnit[] = [
  { id: 'company', parentId: null, kind: 'company', centre: false },
  { id: 'hub', parentId: 'company', kind: 'department', centre: true },
  { id: 'dach', parentId: 'company', kind: 'region', centre: false },
  { id: 'bern', parentId: 'dach', kind: 'team', centre: false },
]
const WORKERS: readonly Worker[] = [
  { id: 'deniz', role: 'strategist', unitIds: ['hub'] },
  { id: 'anke', role: 'officer', unitIds: ['dach'] },
  { id: 'urs', role: 'manager', unitIds: ['bern', 'dach'] },
  { id: 'ada', role: 'administrator', unitIds: ['dach'] },
  { id: 'guest', role: 'viewer', unitIds: [] },
]
const state = (model: ModelState['model'], deviations: ModelState['deviations'] = []): ModelState => ({
  model,
  deviations,
})

describe('the difference a model makes', () => {
  it('is nothing to anybody where nothing changes', () => {
    for (const model of OPERATING_MODELS) expect(rightChanges(UNITS, WORKERS, state(model), state(model)).size).toBe(0)
  })

  it('turns round when the change is turned round', () => {
    for (const one of OPERATING_MODELS)
      for (const other of OPERATING_MODELS) {
        const there = rightChanges(UNITS, WORKERS, state(one), state(other))
        const back = rightChanges(UNITS, WORKERS, state(other), state(one))
        expect([...back].map(([id, { gains, loses }]) => [id, { gains: loses, loses: gains }])).toEqual([...there])
      }
  })

  it('names the uppermost units only, and never touches administrators and those whose role holds nothing', () => {
    const found = rightChanges(UNITS, WORKERS, state('centralised'), state('hub-and-spoke'))
    expect([...found.keys()]).toEqual(['anke', 'urs'])
    expect(found.get('anke')?.gains.find((one) => one.action === 'posts.publish')).toEqual({
      action: 'posts.publish',
      unitIds: ['dach'],
      elsewhere: true,
    })
  })

  it('follows a single cell', () => {
    const bent = state('hub-and-spoke', [{ unitId: 'dach', activity: 'publish', part: 'informed' }])
    const found = rightChanges(UNITS, WORKERS, state('hub-and-spoke'), bent)
    expect(found.get('anke')).toEqual({
      gains: [],
      loses: [{ action: 'posts.publish', unitIds: ['dach'], elsewhere: true }],
    })
  })
})
