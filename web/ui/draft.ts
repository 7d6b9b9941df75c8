const PREFIX = 'tutti.draft.'

/** What was typed earlier in this tab under a name and not saved; null where there is nothing readable. */
export function readDraft(name: string): Record<string, unknown> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : null
  } catch {
    return null
  }
}

/** Keeps typed values in this tab. A full or forbidden storage only means that there is no draft. */
export function keepDraft(name: string, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(values))
  } catch {
    dropDraft(name)
  }
}

/** Forgets a draft, after it was saved or thrown away. */
export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name)
}

/** Forgets all drafts of the tab: another person sits down here. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}

/** The parts of a draft that still fit the form: fields that exist, with a value of the same kind as the one they start with. */
export function fitDraft<Values extends object>(
  initial: Values,
  draft: Record<string, unknown> | null,
): Partial<Values> {
  const fitting: Partial<Values> = {}
  for (const key of Object.keys(initial) as (keyof Values & string)[]) {
    const kept = draft?.[key]
    const first: unknown = initial[key]
    if (
      kept !== undefined &&
      (first === null || (typeof kept === typeof first && Array.isArray(kept) === Array.isArray(first)))
    ) {
      // Same kind as the starting value, checked on the line above.
      fitting[key] = kept as Values[typeof key]
    }
  }
  return fitting
}

/** What somebody changed, and nothing else: a draft must not carry old values over a colleague's newer ones. */
export function changesOf<Values extends object>(initial: Values, values: Values): Partial<Values> {
  const changes: Partial<Values> = {}
  for (const key of Object.keys(values) as (keyof Values)[]) {
    if (JSON.stringify(values[key]) !== JSON.stringify(initial[key])) changes[key] = values[key]
  }
  return changes
}
