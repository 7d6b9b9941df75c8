import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { tryChange } from '#server/kernel/events/try-change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { bringLines } from './bring-lines.ts'
import { bringRates } from './bring-rates.ts'
import { readSheet, type File, type Problem } from './sheet.ts'

const BRING = { lines: bringLines, rates: bringRates }
/** More than anybody reads; the count of a file full of mistakes must not fill the answer. */
const MOST_PROBLEMS = 1000

interface Brought {
  readonly rows: number
  readonly headings: string[]
  readonly columns: Record<string, string>
  readonly problems: Problem[]
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

/** Tries a file: does everything in a transaction that is then taken back, so that a trial finds just what the import would. */
export function tryFile(kernel: Kernel, actor: Actor, file: File): Promise<Brought> {
  return tryChange(kernel, actor, (work) => bring(kernel, actor, work, file))
}

/** Brings a file in: all of it in one transaction, or nothing. Refuses `import.problems`. */
export function importFile(kernel: Kernel, actor: Actor, file: File): Promise<Brought> {
  return change(kernel, actor, async (work) => {
    const brought = await bring(kernel, actor, work, file)
    if (brought.problems.length > 0) throw new Refusal('import.problems', { count: brought.problems.length })
    return brought
  })
}

async function bring(kernel: Kernel, actor: Actor, work: Change, file: File): Promise<Brought> {
  const sheet = readSheet(file)
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const currency = file.currency ?? (await readOrganisation(work.db, actor.organisationId)).currency
  await BRING[file.list]({
    work,
    actor,
    clock: kernel.clock,
    file,
    sheet,
    currency,
    count: (what) => void (counts[what] += 1),
  })
  const problems = sheet.problems.toSorted((one, other) => one.row - other.row).slice(0, MOST_PROBLEMS)
  return { rows: sheet.count, headings: [...sheet.headings], columns: { ...sheet.columns }, problems, ...counts }
}
