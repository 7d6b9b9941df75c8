import { Temporal } from 'temporal-polyfill'
import type { Action } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { rolesThatMay } from '../domain/may.ts'
import { notify, type NewNotice } from '../notices.ts'
import { todayOfOrganisation } from '../today.ts'

const WARN_DAYS = 14

/** Tells everybody who could name another owner that an agency has lost its own, and is suspended until then. */
export async function tellOfLostOwner(
  db: Db,
  clock: Clock,
  organisationId: string,
  person: { readonly id: string; readonly name: string },
): Promise<void> {
  const owned = await db
    .selectFrom('organisation_agencies as a')
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'a.organisation_id').onRef('u.id', '=', 'a.unit_id'),
    )
    .select(['u.id', 'u.name'])
    .where('a.organisation_id', '=', organisationId)
    .where('a.owner_id', '=', person.id)
    .where('u.closed_at', 'is', null)
    .execute()
  if (owned.length === 0) return
  const told = (await peopleWhoMay(db, organisationId, 'agencies.change')).filter((id) => id !== person.id)
  const notices = owned.flatMap(({ id, name }) =>
    told.map((personId): NewNotice => ({
      personId,
      kind: 'agency.without-owner',
      params: { agency: name, person: person.name },
      subject: { type: 'unit', id },
    })),
  )
  await notify(db, clock, organisationId, notices)
}

async function peopleWhoMay(db: Db, organisationId: string, action: Action): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where('role', 'in', [...rolesThatMay(action)])
    .execute()
  return rows.map((row) => row.id)
}

/** Warns the owners of agencies whose work ends within two weeks; each end once, also when it was moved. */
export async function warnOfEndingAgencies(kernel: Kernel): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: organisationId } of organisations)
    await kernel.database.inOrganisation(organisationId, (db) => warnOwners(db, kernel.clock, organisationId))
}

async function warnOwners(db: Db, clock: Clock, organisationId: string): Promise<void> {
  const today = await todayOfOrganisation(db, organisationId, clock.now())
  const until = Temporal.PlainDate.from(today).add({ days: WARN_DAYS }).toString()
  const ending = await db
    .selectFrom('organisation_agencies as a')
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'a.organisation_id').onRef('u.id', '=', 'a.unit_id'),
    )
    .innerJoin('organisation_people as o', (join) =>
      join.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.id', '=', 'a.owner_id'),
    )
    .select(['u.id', 'u.name', 'a.owner_id', 'a.ends_on'])
    .where('a.organisation_id', '=', organisationId)
    .where('u.closed_at', 'is', null)
    .where('o.active', '=', true)
    .where('a.ends_on', '>=', today)
    .where('a.ends_on', '<=', until)
    .execute()
  const warned = await db
    .selectFrom('organisation_notices')
    .select(['person_id', 'subject_id', 'params'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'agency.ending')
    .execute()
  const known = new Set(warned.map((row) => `${row.person_id} ${row.subject_id} ${endOf(row.params)}`))
  await notify(
    db,
    clock,
    organisationId,
    ending
      .filter((agency) => !known.has(`${agency.owner_id} ${agency.id} ${agency.ends_on}`))
      .map(({ id, name, owner_id: personId, ends_on: endsOn }) => ({
        personId,
        kind: 'agency.ending',
        params: { agency: name, endsOn },
        subject: { type: 'unit', id },
      })),
  )
}

function endOf(params: unknown): string {
  return typeof params === 'object' && params !== null && 'endsOn' in params ? String(params.endsOn) : ''
}
