import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findPeople, todayOfOrganisation } from '#server/features/organisation/index.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import type { BudgetInput } from '../../input.ts'
import { checkPlace } from '../check-charge.ts'
import {
  demandOpen,
  demandSight,
  hoursColumns,
  hoursFields,
  hoursTold,
  readerOf,
  showHours,
  type HoursFacts,
  type ShownHours,
} from './show-hours.ts'
import { holdHours, insertHours, updateHours } from './store-hours.ts'

/** Writes hours down. Refuses hours of others, and of a month that is over, to those who may not see cost rates. */
export function logHours(kernel: Kernel, actor: Actor, input: BudgetInput<'logHours'>): Promise<ShownHours> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const reader = readerOf(actor, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const personId = input.personId ?? actor.personId
    if (personId !== actor.personId && !reader.rates) throw new Refusal('hours.of-others')
    if (personId === null || !(await findPeople(db, organisationId, [personId])).has(personId))
      throw unknownReference('personId')
    demandOpen(reader, input.onDay)
    const facts: HoursFacts = {
      onDay: input.onDay,
      hours: plainDecimal(input.hours),
      note: input.note,
      unitId: input.unitId ?? null,
      campaignId: input.campaignId ?? null,
      planId: input.planId ?? null,
    }
    await checkPlace(db, organisationId, facts)
    const base = { organisation_id: organisationId, id, person_id: personId, created_by: actor.personId }
    await insertHours(db, { ...base, ...hoursColumns(facts), created_at: kernel.clock.now() })
    record({ verb: 'hours.created', subject: { type: 'hours', id }, before: null, after: hoursTold(facts) })
    return showHours(await holdHours(db, organisationId, id), reader)
  })
}

/** Changes the fields given. Refuses a version that is no longer the stored one. */
export function changeHours(kernel: Kernel, context: RequestContext, { id, ...fields }: BudgetInput<'changeHours'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }): Promise<ShownHours> => {
    const reader = readerOf(actor, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const row = await holdHours(db, organisationId, id)
    demandSight(reader, row)
    if (row.removed_at !== null) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    const before = hoursFields(row)
    const given = withGiven(before, fields)
    const next = { ...given, hours: plainDecimal(given.hours) }
    demandOpen(reader, before.onDay)
    demandOpen(reader, next.onDay)
    await checkPlace(db, organisationId, next, before)
    if (changedFields(before, next) === null) return showHours(row, reader)
    await updateHours(db, organisationId, id, hoursColumns(next))
    record({
      verb: 'hours.changed',
      subject: { type: 'hours', id },
      before: hoursTold(before),
      after: hoursTold(next),
    })
    return showHours(await holdHours(db, organisationId, id), reader)
  })
}

/** Takes hours out of every list and sum. Undone by restoreHours. */
export function removeHours(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const reader = readerOf(actor, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const row = await holdHours(db, organisationId, id)
    demandSight(reader, row)
    if (row.removed_at !== null) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    demandOpen(reader, row.on_day)
    await updateHours(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({ verb: 'hours.removed', subject: { type: 'hours', id }, before: hoursTold(hoursFields(row)), after: null })
    return { id }
  })
}

/** Brings removed hours back as they were. Those that are there stay as they are. */
export function restoreHours(kernel: Kernel, actor: Actor, id: string): Promise<ShownHours> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const reader = readerOf(actor, await todayOfOrganisation(db, organisationId, kernel.clock.now()))
    const row = await holdHours(db, organisationId, id)
    demandSight(reader, row)
    if (row.removed_at === null) return showHours(row, reader)
    demandOpen(reader, row.on_day)
    await updateHours(db, organisationId, id, { removed_at: null })
    record({ verb: 'hours.restored', subject: { type: 'hours', id }, before: null, after: hoursTold(hoursFields(row)) })
    return showHours(await holdHours(db, organisationId, id), reader)
  })
}
