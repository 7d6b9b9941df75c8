import { describe, expect, it } from 'vitest'
import {
  ACTIVITIES,
  OPERATING_MODELS,
  PARTS,
  type Activity,
  type OperatingModel,
  type UnitKind,
} from '#contract/actions.ts'
import { doesItself, partsOf, presetParts, reachOf, type Deviation, type ModelUnit } from './operating-model.ts'

/** The same trees every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const KINDS: readonly UnitKind[] = ['brand', 'region', 'department', 'team']

/** A company of some size, each unit below one that came before it. */
function someTree(seed: number): ModelUnit[] {
  const next = chance(seed)
  const units: ModelUnit[] = [{ id: '0', parentId: null, kind: 'company', centre: false }]
  const size = 3 + Math.floor(next() * 20)
  for (let number = 1; number < size; number += 1)
    units.push({
      id: String(number),
      parentId: String(Math.floor(next() * number)),
      kind: KINDS[Math.floor(next() * KINDS.length)] ?? 'team',
      centre: next() < 0.2,
    })
  return units
}

function pathOf(units: readonly ModelUnit[], unit: ModelUnit): ModelUnit[] {
  const parent = units.find((other) => other.id === unit.parentId)
  return [unit, ...(parent === undefined ? [] : pathOf(units, parent))]
}

/** Whether anybody at all may do it there: some unit's people reach it. */
function somebodyDoes(
  units: readonly ModelUnit[],
  model: OperatingModel,
  unit: ModelUnit,
  activity: Activity,
): boolean {
  const path = new Set(pathOf(units, unit).map((one) => one.id))
  return units.some((seat) =>
    reachOf(model, [seat], pathOf(units, seat), [])[activity].some((anchor) => path.has(anchor)),
  )
}

/**
 * Where a model leaves an activity to nobody on purpose. Decentralised and dandelion ask units to do things for themselves,
 * so that nobody creates, adapts, approves, publishes or replies in the name of the company as such; and in the dandelion a
 * unit without a hub has nobody to approve and publish until it gets one.
 */
const LEFT_OPEN: Readonly<
  Partial<Record<OperatingModel, { readonly company: readonly Activity[]; readonly hubless: readonly Activity[] }>>
> = {
  decentralised: { company: ['create', 'adapt', 'approve', 'publish', 'reply'], hubless: [] },
  dandelion: { company: ['create', 'adapt', 'approve', 'publish', 'reply'], hubless: ['approve', 'publish'] },
}

/** The company itself, what is its centre, and what stands directly for it; and units with no hub on their way up. */
function isLeftOpen(units: readonly ModelUnit[], model: OperatingModel, unit: ModelUnit, activity: Activity): boolean {
  const open = LEFT_OPEN[model]
  if (open === undefined) return false
  const path = pathOf(units, unit)
  const own = path.filter((one) => one.kind !== 'company')
  const ofCompany = own.every((one) => (one.centre || one.kind === 'team') && !hubOf(units, one))
  if (ofCompany && open.company.includes(activity)) return true
  return open.hubless.includes(activity) && !own.some((one) => hubOf(units, one))
}

/** Whether a unit has a centre of its own or is one, below the level of the company. */
function hubOf(units: readonly ModelUnit[], unit: ModelUnit): boolean {
  const parent = units.find((other) => other.id === unit.parentId)
  if (unit.centre && parent?.kind !== 'company') return true
  return unit.kind !== 'company' && units.some((other) => other.parentId === unit.id && other.centre)
}

describe('a preset', () => {
  it.each(OPERATING_MODELS)(
    '%s leaves every activity of every unit to somebody, but where it does not on purpose',
    (model) => {
      const orphaned: string[] = []
      for (let seed = 1; seed <= 150; seed += 1) {
        const units = someTree(seed)
        for (const unit of units)
          for (const activity of ACTIVITIES)
            if (!isLeftOpen(units, model, unit, activity) && !somebodyDoes(units, model, unit, activity))
              orphaned.push(`tree ${seed}, unit ${unit.id}: ${activity}`)
      }
      expect(orphaned).toEqual([])
    },
  )

  it.each(OPERATING_MODELS)(
    '%s has somebody accountable or responsible for each activity in the company as a whole',
    (model) => {
      const units: ModelUnit[] = [
        { id: '0', parentId: null, kind: 'company', centre: false },
        { id: '1', parentId: '0', kind: 'department', centre: true },
        { id: '2', parentId: '0', kind: 'region', centre: false },
        { id: '3', parentId: '2', kind: 'team', centre: true },
      ]
      for (const activity of ACTIVITIES)
        expect(units.some((unit) => doesItself(presetParts(model, unit, pathOf(units, unit))[activity]))).toBe(true)
    },
  )

  it('gives everything to one place when centralised, and strategy to the company in all of them', () => {
    const region: ModelUnit = { id: '2', parentId: '0', kind: 'region', centre: false }
    const company: ModelUnit = { id: '0', parentId: null, kind: 'company', centre: false }
    for (const activity of ACTIVITIES)
      expect(doesItself(presetParts('centralised', region, [company])[activity])).toBe(false)
    for (const model of OPERATING_MODELS) {
      expect(presetParts(model, company, [])['set-strategy']).toBe('accountable')
      expect(doesItself(presetParts(model, region, [company])['set-strategy'])).toBe(false)
    }
  })

  it('gives an agency what to make, and never what to decide', () => {
    const company: ModelUnit = { id: '0', parentId: null, kind: 'company', centre: false }
    const agency: ModelUnit = { id: '1', parentId: '0', kind: 'agency', centre: false }
    for (const model of OPERATING_MODELS)
      expect(ACTIVITIES.filter((activity) => doesItself(presetParts(model, agency, [company])[activity]))).toEqual([
        'create',
        'adapt',
      ])
  })
})

describe('a cell set by hand', () => {
  it('stands in place of the preset for its unit and activity, and nowhere else', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const units = someTree(seed)
      const next = chance(seed)
      const model = OPERATING_MODELS[Math.floor(next() * OPERATING_MODELS.length)] ?? 'centralised'
      const unitId = String(Math.floor(next() * units.length))
      const activity = ACTIVITIES[Math.floor(next() * ACTIVITIES.length)] ?? 'create'
      const part = [...PARTS, null][Math.floor(next() * 5)] ?? null
      const deviations: Deviation[] = [{ unitId, activity, part }]
      for (const unit of units) {
        const above = pathOf(units, unit)
        const preset = presetParts(model, unit, above)
        for (const each of ACTIVITIES)
          expect(partsOf(model, unit, above, deviations)[each]).toBe(
            unit.id === unitId && each === activity ? part : preset[each],
          )
      }
    }
  })

  it('takes a reach away, and gives one', () => {
    const company: ModelUnit = { id: '0', parentId: null, kind: 'company', centre: false }
    const region: ModelUnit = { id: '1', parentId: '0', kind: 'region', centre: false }
    const reach = (model: OperatingModel, part: 'responsible' | null) =>
      reachOf(model, [region], [region, company], [{ unitId: '1', activity: 'publish', part }]).publish
    expect([reach('hub-and-spoke', null), reach('centralised', 'responsible')]).toEqual([[], ['1']])
  })
})
