import { useRef, useState } from 'react'
import { asProblem } from '#web/kernel/client.ts'

interface VersionsOptions<Seen, Values> {
  readonly seen: Seen
  /** Reads what is there now. */
  readonly read: () => Promise<Seen>
  readonly valuesOf: (record: Seen) => Values
}

export interface Conflict<Values> {
  readonly theirs: Values
  /** Theirs, with everything that was changed here put over it. */
  readonly mine: Values
  /** The fields that both have changed, differently. */
  readonly names: readonly string[]
}

interface Attempt<Values> {
  readonly values: Values
  /** The fields that were changed here: only they are sent, so that nobody's other change is undone. */
  readonly names: readonly string[]
  readonly version: number
}

/**
 * Saves a form against the version that was seen. Where somebody else was faster, changes of different fields are joined; of
 * the same field they become a `conflict`, shown with `<SaveProblem>`, after which the next save goes over theirs.
 */
export function useVersions<Seen extends { readonly version: number }, Values extends object>({
  seen,
  read,
  valuesOf,
}: VersionsOptions<Seen, Values>) {
  const base = useRef<{ version: number; values: Values }>({ version: seen.version, values: valuesOf(seen) })
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null)

  async function save<Result>(values: Values, write: (attempt: Attempt<Values>) => Promise<Result>): Promise<Result> {
    const before = base.current
    const names = differing(before.values, values)
    try {
      return await write({ values, names, version: before.version })
    } catch (error) {
      if (asProblem(error).code !== 'record.changed') throw error
      const newest = await read()
      const theirs = valuesOf(newest)
      const mine: Values = { ...theirs, ...only(values, names) }
      base.current = { version: newest.version, values: theirs }
      const clashes = differing(before.values, theirs).filter(
        (name) => names.includes(name) && differing(values, theirs).includes(name),
      )
      if (clashes.length === 0) return write({ values: mine, names, version: newest.version })
      setConflict({ theirs, mine, names: clashes })
      throw error
    }
  }
  return { conflict, save, settle: () => setConflict(null) }
}

function differing(one: object, other: object): readonly string[] {
  return Object.keys(other).filter(
    (name) => JSON.stringify(Reflect.get(one, name)) !== JSON.stringify(Reflect.get(other, name)),
  )
}

/** The named fields of a record and no others. */
export function only<Whole extends object>(whole: Whole, names: readonly string[]): Partial<Whole> {
  // Each entry comes from the whole itself, so it has the type that it has there.
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name))) as Partial<Whole>
}
