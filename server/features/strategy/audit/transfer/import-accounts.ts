import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { tryChange } from '#server/kernel/events/try-change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { lockInventory } from '../store-accounts.ts'
import { bringRow, type Known } from './bring-row.ts'
import { readKnown } from './known.ts'
import { readSheet, type Problem } from './sheet.ts'

interface Brought {
  readonly rows: number
  readonly problems: Problem[]
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

/** Tries a file: does everything in a transaction that is then taken back, so that a trial finds just what the import would. */
export function tryAccounts(kernel: Kernel, actor: Actor, text: string): Promise<Brought> {
  return tryChange(kernel, actor, (work) => bring(kernel, actor, work, text))
}

/** Brings accounts in: all of the file in one transaction, or nothing. */
export function importAccounts(kernel: Kernel, actor: Actor, text: string): Promise<Brought> {
  return change(kernel, actor, async (work) => {
    const brought = await bring(kernel, actor, work, text)
    if (brought.problems.length > 0) throw new Refusal('import.problems', { count: brought.problems.length })
    return brought
  })
}

async function bring(kernel: Kernel, actor: Actor, work: Change, text: string): Promise<Brought> {
  await lockInventory(work.db, actor.organisationId)
  const { rows, problems } = readSheet(text)
  const known: Known = await readKnown(work.db, actor.organisationId)
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const outcome = await bringRow({ kernel, actor, work, known, seen }, row)
    if (outcome !== null) counts[outcome] += 1
  }
  return { rows: rows.length, problems: problems.toSorted((one, other) => one.row - other.row), ...counts }
}
