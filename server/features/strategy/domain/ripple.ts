type Facts = Readonly<Record<string, unknown>>

/** Who answers for something is no matter for what stands below it. */
const QUIET: ReadonlySet<string> = new Set(['ownerId'])
/** What a decision about a plan was about. */
const DECIDED_ABOUT: ReadonlySet<string> = new Set([
  'askedBudget',
  'startsOn',
  'endsOn',
  'objectiveIds',
  'goalIds',
  'unitId',
  'parentId',
])

/** What of a change matters to whatever stands below; null where nothing does. */
export function rippling(changed: { readonly before: Facts; readonly after: Facts }) {
  const names = Object.keys(changed.after).filter((name) => !QUIET.has(name))
  if (names.length === 0) return null
  const only = (facts: Facts): Facts => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  return { before: only(changed.before), after: only(changed.after) }
}

/** Whether a change of these fields needs a new decision. */
export function reopensApproval(fields: readonly string[]): boolean {
  return fields.some((field) => DECIDED_ABOUT.has(field))
}
