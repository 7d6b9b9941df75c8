import type { ListKind } from '#contract/transfer.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { tryChange } from '#server/kernel/events/try-change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { mailInvitation } from '../invitations.ts'
import { demand } from '../model/demand.ts'
import { readOrganisation } from '../store.ts'
import { lockStructure } from '../units/store.ts'
import { bringPeople } from './bring-people.ts'
import { bringPositions } from './bring-positions.ts'
import { bringUnits } from './bring-units.ts'
import type { Bringing } from './bringing.ts'
import { openInvitations } from './invite-row.ts'
import { noteProgress, type Progress } from './progress.ts'
import { readSheet, type Problem } from './sheet.ts'
import { loadStructure } from './structure.ts'

const BRING: Readonly<Record<ListKind, (bringing: Bringing) => Promise<void>>> = {
  units: bringUnits,
  positions: bringPositions,
  people: bringPeople,
}

interface Invited {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly link: string
  readonly expiresAt: Date
}
interface Brought {
  readonly rows: number
  readonly problems: readonly Problem[]
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly invitations: readonly Invited[]
}

/** Tries a list: does everything in a transaction that is then taken back, so that a trial finds just what the import would. */
export async function tryList(kernel: Kernel, actor: Actor, { list, text }: Input<'transfer', 'check'>) {
  return tried(
    await tryChange(kernel, actor, (work) => bring(kernel, actor, { work, list, text, tell: async () => {} })),
  )
}

/** Brings a list in: all of it in one transaction, or nothing. */
export async function importList(kernel: Kernel, actor: Actor, { list, text, importId }: Input<'transfer', 'import'>) {
  const progress = await noteProgress(kernel, actor, { id: importId ?? kernel.clock.newId(), list })
  try {
    const brought = await change(kernel, actor, async (work) => {
      const result = await bring(kernel, actor, { work, list, text, tell: progress.tell })
      if (result.problems.length > 0) throw new Refusal('import.problems', { count: result.problems.length })
      work.record({
        verb: 'organisation.list-imported',
        subject: { type: 'organisation', id: actor.organisationId },
        after: { list, rows: result.rows, created: result.created, changed: result.changed },
      })
      return result
    })
    await progress.end('done')
    void mailAll(kernel, actor, brought.invitations)
    return {
      ...tried(brought),
      invitations: brought.invitations.map(({ name, email, link }) => ({ name, email, link })),
    }
  } catch (error) {
    await progress.end('failed')
    throw error
  }
}

function tried({ invitations, problems, ...counts }: Brought) {
  return { ...counts, problems: [...problems], invited: invitations.length }
}

interface Wish {
  readonly work: Change
  readonly list: ListKind
  readonly text: string
  readonly tell: Progress['tell']
}

async function bring(kernel: Kernel, actor: Actor, { work, list, text, tell }: Wish): Promise<Brought> {
  const { organisationId } = actor
  demand(actor, 'structure.change', {})
  await lockStructure(work.db, organisationId)
  const sheet = readSheet(list, text)
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const invitations: Invited[] = []
  let done = 0
  await BRING[list]({
    kernel,
    actor,
    work,
    clock: kernel.clock,
    organisationId,
    list,
    sheet,
    structure: await loadStructure(work.db, organisationId),
    invitations: await openInvitations(work.db, organisationId, kernel.clock.now()),
    count: (what) => void (counts[what] += 1),
    invited: (invitation) => void invitations.push(invitation),
    step: () => tell((done += 1), sheet.rows.length),
  })
  const problems = sheet.problems.toSorted((one, other) => one.row - other.row)
  return { rows: sheet.rows.length, problems, ...counts, invitations }
}

/** After everything is in, one letter after the other; the links are in the answer as well. */
async function mailAll(kernel: Kernel, actor: Actor, invitations: readonly Invited[]): Promise<void> {
  if (!kernel.mail.configured || invitations.length === 0) return
  try {
    const { name: organisation } = await kernel.database.inOrganisation(actor.organisationId, (db) =>
      readOrganisation(db, actor.organisationId),
    )
    for (const { id, name, email, link, expiresAt } of invitations)
      await mailInvitation(kernel, { id, actor, input: { name, email }, link, organisation, expiresAt })
  } catch (error) {
    kernel.log.warn({ err: error }, 'the invitations of an import could not all be mailed')
  }
}
