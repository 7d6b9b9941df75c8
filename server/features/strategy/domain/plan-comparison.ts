import type { PlanRoom } from '#contract/plan-sections.ts'
import type { PlanPart, PlanRecord, PlanValue, TakenBlock } from './plan-content.ts'

export interface RecordChange {
  readonly id: string
  readonly room: PlanRoom
  /** What names the record, as it is now, or as it was last. */
  readonly name: PlanValue
  readonly state: 'changed' | 'added' | 'removed'
  /** `column` is the catalogue's key; null where the first cell names what changed. */
  readonly changes: readonly { readonly column: string | null; readonly before: PlanValue; readonly after: PlanValue }[]
}

interface Placed {
  readonly room: PlanRoom
  readonly key: string
  readonly part: PlanPart
  readonly record: PlanRecord
}

const NOTHING: PlanValue = { is: 'none' }

/** The records that came, went or say something else from one moment to another, in the order of the later one; those that went stand last. */
export function compareBlocks(before: readonly TakenBlock[], after: readonly TakenBlock[]): RecordChange[] {
  const [old, fresh] = [placedIn(before), placedIn(after)]
  const was = new Map(old.map((one) => [one.key, one]))
  const is = new Set(fresh.map(({ key }) => key))
  return [
    ...fresh.flatMap((one) => {
      const earlier = was.get(one.key)
      if (earlier === undefined) return [changeOf(one, 'added', [])]
      const changes = cellChanges(earlier, one)
      return changes.length === 0 ? [] : [changeOf(one, 'changed', changes)]
    }),
    ...old.filter(({ key }) => !is.has(key)).map((one) => changeOf(one, 'removed', [])),
  ]
}

/** A record of a room is the same where its table and its id are. */
function placedIn(blocks: readonly TakenBlock[]): Placed[] {
  return blocks.flatMap(({ room, parts }) =>
    parts.flatMap((part) =>
      part.rows.map((record) => ({ room, part, record, key: `${room} ${part.title ?? ''} ${record.id}` })),
    ),
  )
}

function changeOf(
  { room, record }: Placed,
  state: RecordChange['state'],
  changes: RecordChange['changes'],
): RecordChange {
  return { id: record.id, room, name: record.cells[0] ?? NOTHING, state, changes }
}

function cellChanges(before: Placed, after: Placed): RecordChange['changes'] {
  return after.record.cells.flatMap((cell, place) => {
    const earlier = before.record.cells[place] ?? NOTHING
    if (JSON.stringify(earlier) === JSON.stringify(cell)) return []
    return [{ column: after.part.columns[place]?.title ?? null, before: earlier, after: cell }]
  })
}
