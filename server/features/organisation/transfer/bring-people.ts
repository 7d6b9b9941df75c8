import { sql } from 'kysely'
import { z } from 'zod'
import { Email, Line } from '#contract/kinds.ts'
import { SpokenLanguage } from '#contract/profiles.ts'
import type { Column } from '#contract/transfer.ts'
import { inviteWithin } from '../invitations.ts'
import { changePositionWithin } from '../positions/change-position.ts'
import { createPositionWithin } from '../positions/create-position.ts'
import type { Bringing } from './bringing.ts'
import { giveLanguages, givePlace, reservedPlaces } from './invite-row.ts'
import { folded, readRole } from './list-words.ts'
import { parseRow, trying, type SheetRow } from './sheet.ts'
import { findUnit } from './structure.ts'

const FIELDS = { name: 'name', email: 'email', languages: 'languages', title: 'position' } as const satisfies Record<
  string,
  Column
>
const Row = z.object({ email: Email, languages: z.array(SpokenLanguage).max(20) })
const Newcomer = z.object({ name: Line(120) })
const Place = z.object({ title: Line(120) })

/** Brings people in: languages and positions of those who are here, invitations for those who are not. Somebody may stand in several rows, one for each position. */
export async function bringPeople(bringing: Bringing): Promise<void> {
  for (const row of bringing.sheet.rows) {
    await bringPerson(bringing, row)
    await bringing.step()
  }
}

async function bringPerson(bringing: Bringing, row: SheetRow): Promise<void> {
  const languages = row
    .cell('languages')
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
    .map((code) => code.toLowerCase())
  const read = parseRow(row, Row, { email: row.cell('email'), languages: [...new Set(languages)] }, FIELDS)
  const wish = placeOf(bringing, row)
  if (read === null || wish === null) return
  const person = bringing.structure.people.get(read.email)
  if (person !== undefined && !person.active) return row.blame('email', 'import.closed-account', { email: read.email })
  if (person !== undefined && !sameRole(row, person.role)) return
  const invited = person === undefined ? await ensureInvitation(bringing, row, read.email) : 'there'
  if (invited === null) return
  const spoke =
    person === undefined
      ? await giveLanguages(bringing, read.email, read.languages)
      : await speak(bringing, person, read.languages)
  const seated =
    wish === 'none' ? false : await seat(bringing, row, { ...wish, email: read.email, personId: person?.id ?? null })
  if (seated === null) return
  bringing.count(invited === 'new' ? 'created' : spoke || seated ? 'changed' : 'unchanged')
}

interface Place {
  readonly unitId: string
  readonly title: string
}

/** The position that a row gives; null where it cannot be understood. */
function placeOf({ structure }: Bringing, row: SheetRow): Place | 'none' | null {
  const [unit, position] = [row.cell('unit'), row.cell('position')]
  if (unit === '' && position === '') return 'none'
  if (position === '') {
    row.blame('position', 'import.position-needed', { unit })
    return null
  }
  const found = findUnit(structure, unit)
  if (unit === '' || 'code' in found) {
    row.blame('unit', 'code' in found ? found.code : 'import.unknown-unit', { name: unit })
    return null
  }
  const read = parseRow(row, Place, { title: position }, FIELDS)
  return read === null ? null : { unitId: found.found.id, title: read.title }
}

/** Roles of those who are here are not changed by a list: that would be done without looking. */
function sameRole(row: SheetRow, role: string): boolean {
  const word = row.cell('role')
  if (word === '') return true
  const read = readRole(word)
  if (read === null) row.blame('role', 'import.unknown-role', { word })
  else if (read !== role) row.blame('role', 'import.other-role', { email: row.cell('email') })
  return read === role
}

async function ensureInvitation(bringing: Bringing, row: SheetRow, email: string): Promise<'new' | 'there' | null> {
  const known = bringing.invitations.get(email)
  if (known !== undefined) return sameRole(row, known.role) ? 'there' : null
  const word = row.cell('role')
  const role = word === '' ? 'viewer' : readRole(word)
  if (role === null) row.blame('role', 'import.unknown-role', { word })
  const read = parseRow(row, Newcomer, { name: row.cell('name') }, FIELDS)
  if (role === null || read === null) return null
  const made = await trying(row, FIELDS, () =>
    inviteWithin(bringing.work, bringing.kernel, bringing.actor, { email, name: read.name, role, positionIds: [] }),
  )
  if (made === null) return null
  bringing.invitations.set(email, { id: made.id, name: read.name, role, positionIds: [], languages: [] })
  bringing.invited({ id: made.id, name: read.name, email, link: made.link, expiresAt: made.expiresAt })
  return 'new'
}

async function speak(
  { work, organisationId }: Bringing,
  person: { readonly id: string; readonly name: string; readonly languages: readonly string[] },
  languages: readonly string[],
): Promise<boolean> {
  if (languages.length === 0 || JSON.stringify(languages) === JSON.stringify(person.languages)) return false
  await work.db
    .updateTable('organisation_people')
    .set({ languages: [...languages], version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', person.id)
    .execute()
  work.record({
    verb: 'person.profile-changed',
    subject: { type: 'person', id: person.id, title: person.name },
    before: { languages: person.languages },
    after: { languages },
  })
  return true
}

interface Seat extends Place {
  readonly email: string
  readonly personId: string | null
}

/** Sees that somebody holds a position, or will on joining; false where it was so already, null where it was refused. */
async function seat(
  bringing: Bringing,
  row: SheetRow,
  { unitId, title, email, personId }: Seat,
): Promise<boolean | null> {
  const { structure, invitations, work, clock, organisationId } = bringing
  const like = [...structure.positions.values()].filter(
    (position) => position.unit.id === unitId && folded(position.title) === folded(title),
  )
  const waiting = invitations.get(email)?.positionIds ?? []
  if (like.some((position) => (personId !== null && position.person?.id === personId) || waiting.includes(position.id)))
    return false
  const reserved = reservedPlaces(bringing)
  const vacant = like.find((position) => position.person === null && !reserved.has(position.id))
  const who = personId === null ? {} : { personId }
  const position = await trying(row, FIELDS, () =>
    vacant === undefined
      ? createPositionWithin(work, clock, organisationId, { unitId, title, ...who })
      : personId === null
        ? Promise.resolve(vacant)
        : changePositionWithin(work, clock, { organisationId, before: vacant, fields: who }),
  )
  if (position === null) return null
  structure.positions.set(position.id, position)
  if (personId === null) await givePlace(bringing, email, position.id)
  return true
}
