export type Facts = Readonly<Record<string, unknown>>

/** Of two states of a record, just the fields that differ, for its event; null where nothing does. Compared as JSON. */
export function changedFields(before: Facts, after: Facts): { readonly before: Facts; readonly after: Facts } | null {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (names.length === 0) return null
  const only = (facts: Facts): Facts => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  return { before: only(before), after: only(after) }
}

/** The state a record would have with the fields that a request gives; those it does not name stay. */
export function withGiven<State extends object>(
  state: State,
  given: { readonly [Name in keyof State]?: State[Name] | undefined },
): State {
  return { ...state, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}
