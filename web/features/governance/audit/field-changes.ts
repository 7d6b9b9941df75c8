export interface FieldChange {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

type Facts = Readonly<Record<string, unknown>> | null

/** The fields of an event that differ, in the order in which they are recorded; all of them where there is only one side. */
export function fieldChanges(before: Facts, after: Facts): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map((name) => ({ name, before: before?.[name] ?? null, after: after?.[name] ?? null }))
    .filter(({ before: old, after: fresh }) => JSON.stringify(old) !== JSON.stringify(fresh))
    .filter(({ before: old, after: fresh }) => !(isEmpty(old) && isEmpty(fresh)))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether two texts are long enough that their words are worth comparing. */
export function isProse(before: unknown, after: unknown): boolean {
  return (
    typeof before === 'string' &&
    typeof after === 'string' &&
    (before.length > 24 || after.length > 24) &&
    / /.test(before)
  )
}
