import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkPerson } from '../check-person.ts'
import type { Input } from '../input.ts'
import { notify } from '../notices.ts'
import { todayOfOrganisation } from '../today.ts'
import { createUnitWithin } from '../units/create-unit.ts'
import { lockStructure, updateUnit } from '../units/store.ts'
import { readAgency, termsOf } from './store.ts'

type Terms = ReturnType<typeof termsOf>

/** Adds an agency: a unit, and what it is given. Without an owner inside and an end there is none. */
export function createAgency(kernel: Kernel, actor: Actor, input: Input<'agencies', 'create'>) {
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    const { db, record } = work
    await lockStructure(db, organisationId)
    const parentId = input.parentId ?? (await rootOf(db, organisationId))
    await checkTerms(db, organisationId, { ...input, description: '' }, null)
    const unit = await createUnitWithin(work, kernel.clock, organisationId, {
      parentId,
      kind: 'agency',
      name: input.name,
      description: input.description,
    })
    await write(db, organisationId, unit.id, { ...input, description: '' })
    const agency = await readAgencyToday(kernel, db, organisationId, unit.id)
    record({
      verb: 'agency.terms-set',
      subject: { type: 'unit', id: unit.id, title: unit.name },
      after: termsOf(agency),
    })
    await tellOwner(kernel, db, actor, { id: unit.id, name: unit.name, ownerId: input.ownerId })
    return agency
  })
}

/** Changes what an agency was given. What was not said stays; the owner and the end are needed in any case. */
export function changeAgency(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  { id, ...fields }: Input<'agencies', 'change'>,
) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const agency = await readAgencyToday(kernel, db, organisationId, id)
    expectVersion(context, agency.version)
    if (agency.state === 'closed') throw new Refusal('unit.closed', { unit: agency.name })
    const before = termsOf(agency)
    const next = withGiven(before, fields)
    await checkTerms(db, organisationId, next, before)
    const changed = changedFields(before, next)
    if (changed === null) return agency
    if (next.name !== before.name || next.description !== before.description)
      await updateUnit(db, organisationId, id, { name: next.name, description: next.description })
    await write(db, organisationId, id, next)
    record({ verb: 'agency.terms-set', subject: { type: 'unit', id, title: next.name }, ...changed })
    if (next.ownerId !== before.ownerId)
      await tellOwner(kernel, db, actor, { id, name: next.name, ownerId: next.ownerId })
    return readAgencyToday(kernel, db, organisationId, id)
  })
}

async function readAgencyToday(kernel: Kernel, db: Db, organisationId: string, id: string) {
  return readAgency(db, organisationId, await todayOfOrganisation(db, organisationId, kernel.clock.now()), id)
}

async function rootOf(db: Db, organisationId: string): Promise<string> {
  const root = await db
    .selectFrom('organisation_units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  return root.id
}

/** The owner has to be somebody inside, with an open account: a guest cannot answer for the agency they come from. */
async function checkTerms(db: Db, organisationId: string, terms: Terms, before: Terms | null): Promise<void> {
  if (terms.ownerId === '')
    throw new Refusal('agency.owner-needed', {}, [{ path: 'ownerId', code: 'agency.owner-needed' }])
  if (terms.endsOn === '') throw new Refusal('agency.end-needed', {}, [{ path: 'endsOn', code: 'agency.end-needed' }])
  await checkPerson(db, organisationId, 'ownerId', terms.ownerId)
  const guest = await db
    .selectFrom('organisation_positions as p')
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'p.organisation_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select('p.id')
    .where('p.organisation_id', '=', organisationId)
    .where('p.person_id', '=', terms.ownerId)
    .where('p.closed_at', 'is', null)
    .where('u.kind', '=', 'agency')
    .executeTakeFirst()
  if (guest !== undefined)
    throw new Refusal('agency.owner-outside', {}, [{ path: 'ownerId', code: 'agency.owner-outside' }])
  await checkGiven(
    db,
    organisationId,
    { table: 'publishing_channels', path: 'channelIds' },
    fresh(terms, before, 'channelIds'),
  )
  await checkGiven(
    db,
    organisationId,
    { table: 'content_campaigns', path: 'campaignIds' },
    fresh(terms, before, 'campaignIds'),
  )
}

/** What was given before may stay, even where it was removed since. */
function fresh(terms: Terms, before: Terms | null, name: 'channelIds' | 'campaignIds'): string[] {
  return [...new Set(terms[name])].filter((id) => before?.[name].includes(id) !== true)
}

interface Given {
  readonly table: 'publishing_channels' | 'content_campaigns'
  readonly path: string
}

async function checkGiven(
  db: Db,
  organisationId: string,
  { table, path }: Given,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const found = await db
    .selectFrom(table)
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute()
  if (found.length < ids.length) throw unknownReference(path)
}

async function write(db: Db, organisationId: string, unitId: string, terms: Terms): Promise<void> {
  const columns = {
    owner_id: terms.ownerId,
    ends_on: terms.endsOn,
    activities: [...new Set(terms.activities)],
    channel_ids: [...new Set(terms.channelIds)],
    campaign_ids: [...new Set(terms.campaignIds)],
  }
  await db
    .insertInto('organisation_agencies')
    .values({ organisation_id: organisationId, unit_id: unitId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'unit_id']).doUpdateSet((the) => ({
        ...columns,
        version: the('organisation_agencies.version', '+', 1),
      })),
    )
    .execute()
}

interface Owned {
  readonly id: string
  readonly name: string
  readonly ownerId: string
}

async function tellOwner(kernel: Kernel, db: Db, actor: Actor, { id, name, ownerId }: Owned): Promise<void> {
  if (ownerId === actor.personId) return
  await notify(db, kernel.clock, actor.organisationId, [
    { personId: ownerId, kind: 'agency.owned', params: { agency: name }, subject: { type: 'unit', id } },
  ])
}
