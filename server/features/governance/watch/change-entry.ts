import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Input } from '../input.ts'
import { countChange } from '../rules/store.ts'
import { findEntry, queryOf, showEntry } from './show-entry.ts'
import { lockEntry, selectEntry, updateEntry, type EntryRow } from './store.ts'

/** Keeps something confidential from now on. Its event names nothing: everybody may read events. */
export function createEntry(kernel: Kernel, actor: Actor, input: Input<'watch', 'create'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const id = await plantEntry(kernel, db, organisationId, input)
    record({ verb: 'confidential.created', subject: { type: 'confidential', id }, before: null, after: null })
    return showEntry(
      await findEntry(db, organisationId, id),
      await todayOfOrganisation(db, organisationId, kernel.clock.now()),
    )
  })
}

/** Writes an entry and answers with its id. Records nothing. */
export async function plantEntry(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  entry: Input<'watch', 'create'>,
): Promise<string> {
  const id = kernel.clock.newId()
  const { title, terms, aliases = [], note = '', embargoUntil = null, contact, listen = false } = entry
  await db
    .insertInto('governance_confidential_entries')
    .values({
      organisation_id: organisationId,
      id,
      title,
      terms,
      aliases,
      note,
      embargo_until: embargoUntil,
      contact,
      listen,
      query: queryOf([...terms, ...aliases]),
      created_at: kernel.clock.now(),
    })
    .execute()
  await countChange(db, organisationId)
  return id
}

/** Changes what is kept. Its event says which fields, not what stands in them. */
export function changeEntry(kernel: Kernel, context: RequestContext, { id, ...fields }: Input<'watch', 'change'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockEntry(db, organisationId, id)
    const row = await findEntry(db, organisationId, id)
    expectVersion(context, row.version)
    const before = entryFacts(row)
    const next = withGiven(before, fields)
    const changed = changedFields(before, next)
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    if (changed === null) return showEntry(row, today)
    await updateEntry(db, organisationId, id, {
      title: next.title,
      terms: next.terms,
      aliases: next.aliases,
      note: next.note,
      embargo_until: next.embargoUntil,
      contact: next.contact,
      listen: next.listen,
      query: queryOf([...next.terms, ...next.aliases]),
    })
    await countChange(db, organisationId)
    const names = Object.keys(changed.after)
    record({
      verb: 'confidential.changed',
      subject: { type: 'confidential', id },
      before: null,
      after: { fields: names },
    })
    return showEntry(await findEntry(db, organisationId, id), today)
  })
}

function entryFacts(row: EntryRow) {
  return {
    title: row.title,
    terms: row.terms,
    aliases: row.aliases,
    note: row.note,
    embargoUntil: row.embargo_until,
    contact: row.contact,
    listen: row.listen,
  }
}

/** Stops keeping something confidential. Undone by restoreEntry; who looked and what was found stays. */
export function removeEntry(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockEntry(db, organisationId, id)
    expectVersion(context, (await findEntry(db, organisationId, id)).version)
    await updateEntry(db, organisationId, id, { removed_at: kernel.clock.now() })
    await countChange(db, organisationId)
    record({ verb: 'confidential.removed', subject: { type: 'confidential', id }, before: null, after: null })
    return { id }
  })
}

/** Keeps it confidential again. One that is kept stays as it is. */
export function restoreEntry(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockEntry(db, organisationId, id)
    const row = await selectEntry(db, organisationId, id)
    if (row === null) throw new Refusal('record.not-found')
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    if (row.removed_at === null) return showEntry(row, today)
    await updateEntry(db, organisationId, id, { removed_at: null })
    await countChange(db, organisationId)
    record({ verb: 'confidential.restored', subject: { type: 'confidential', id }, before: null, after: null })
    return showEntry(await findEntry(db, organisationId, id), today)
  })
}
