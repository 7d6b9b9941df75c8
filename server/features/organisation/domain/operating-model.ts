import { ACTIVITIES, type Activity, type OperatingModel, type Part, type UnitKind } from '#contract/actions.ts'

/** A unit as the operating model sees it. */
export interface ModelUnit {
  readonly id: string
  readonly parentId: string | null
  readonly kind: UnitKind
  /** A centre of excellence acts for the whole of the unit above it. */
  readonly centre: boolean
}

type Row = Readonly<Record<Activity, Part>>

const everything = (part: Part): Row => ({
  'set-strategy': part,
  create: part,
  adapt: part,
  approve: part,
  publish: part,
  reply: part,
  measure: part,
})
const OUTSIDE: Row = { ...everything('informed'), create: 'responsible', adapt: 'responsible' }

/** The part of each kind of unit in each model: `centre` is a centre below the company, `hub` a centre further down. */
const PRESETS: Readonly<Record<OperatingModel, Readonly<Record<'company' | 'centre' | 'hub' | 'unit', Row>>>> = {
  // One place decides and does; the others are asked and told.
  centralised: {
    company: everything('accountable'),
    centre: everything('responsible'),
    hub: { ...everything('informed'), create: 'consulted', adapt: 'consulted', reply: 'consulted' },
    unit: { ...everything('informed'), create: 'consulted', reply: 'consulted' },
  },
  // Each unit does it for itself; the company keeps the strategy and the proof.
  decentralised: {
    company: { ...everything('informed'), 'set-strategy': 'accountable', measure: 'accountable' },
    centre: { ...everything('consulted'), measure: 'responsible' },
    hub: { ...everything('responsible'), 'set-strategy': 'consulted' },
    unit: { ...everything('responsible'), 'set-strategy': 'consulted' },
  },
  // The hub sets strategy, policy and brand; the spokes create and publish within them.
  'hub-and-spoke': {
    company: everything('accountable'),
    centre: everything('responsible'),
    hub: { ...everything('responsible'), 'set-strategy': 'consulted' },
    unit: { ...everything('responsible'), 'set-strategy': 'consulted', approve: 'consulted' },
  },
  // A hub per region or brand; spokes create and answer, their hub approves and publishes.
  dandelion: {
    company: { ...everything('informed'), 'set-strategy': 'accountable', measure: 'accountable' },
    centre: { ...everything('consulted'), 'set-strategy': 'responsible', measure: 'responsible' },
    hub: { ...everything('responsible'), 'set-strategy': 'consulted' },
    unit: {
      ...everything('informed'),
      create: 'responsible',
      adapt: 'responsible',
      reply: 'responsible',
      measure: 'responsible',
    },
  },
}

/** A unit's part in every activity as the model presets it. Teams follow the unit they belong to; agencies only create and adapt. */
export function presetParts(model: OperatingModel, unit: ModelUnit, above: readonly ModelUnit[]): Row {
  const preset = PRESETS[model]
  if (unit.kind === 'agency') return OUTSIDE
  const parent = above.find((other) => other.id === unit.parentId)
  if (parent === undefined) return preset.company
  if (unit.centre) return parent.kind === 'company' ? preset.centre : preset.hub
  return unit.kind === 'team' ? presetParts(model, parent, above) : preset.unit
}

/** The parts that let a unit do a thing itself. */
export function doesItself(part: Part | null): boolean {
  return part === 'accountable' || part === 'responsible'
}

/** A cell of the matrix that was set by hand; null: no part at all. */
export interface Deviation {
  readonly unitId: string
  readonly activity: Activity
  readonly part: Part | null
}

/** A unit's row of the matrix: what the model presets, with what was set by hand in its place. */
export function partsOf(
  model: OperatingModel,
  unit: ModelUnit,
  above: readonly ModelUnit[],
  deviations: readonly Deviation[],
): Readonly<Record<Activity, Part | null>> {
  const row: Record<Activity, Part | null> = { ...presetParts(model, unit, above) }
  for (const { unitId, activity, part } of deviations) if (unitId === unit.id) row[activity] = part
  return row
}

/**
 * For each activity the units below which somebody in these units may do it: the unit itself, and the one above where the
 * unit is its centre. A team without a row of its own reaches as far as the unit it belongs to.
 */
export function reachOf(
  model: OperatingModel,
  own: readonly ModelUnit[],
  above: readonly ModelUnit[],
  deviations: readonly Deviation[],
): Readonly<Record<Activity, readonly string[]>> {
  const reach: Record<Activity, string[]> = {
    'set-strategy': [],
    create: [],
    adapt: [],
    approve: [],
    publish: [],
    reply: [],
    measure: [],
  }
  for (const unit of own) {
    const parts = partsOf(model, unit, above, deviations)
    const anchors = anchorsOf(unit, above)
    for (const activity of ACTIVITIES) if (doesItself(parts[activity])) reach[activity].push(...anchors)
  }
  return reach
}

function anchorsOf(unit: ModelUnit, above: readonly ModelUnit[]): readonly string[] {
  const parent = above.find((other) => other.id === unit.parentId)
  if (parent === undefined || unit.kind === 'agency') return [unit.id]
  if (unit.centre) return [unit.id, parent.id]
  return unit.kind === 'team' ? [unit.id, ...anchorsOf(parent, above)] : [unit.id]
}
