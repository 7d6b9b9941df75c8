import { sql } from 'kysely'
import type { z } from 'zod'
import type { ExpertLevel, Profile, WorkingHours } from '#contract/profiles.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { heldPositions, showHeld } from '../positions/store.ts'
import { selectAbsences } from './absences-store.ts'
import { isResponsible } from './sight.ts'

type ProfileRecord = z.output<typeof Profile>

/** What a person is there for; with what is personal only for those whom it concerns. */
export function readProfile(kernel: Kernel, actor: Actor, id: string): Promise<ProfileRecord> {
  return kernel.database.inOrganisation(actor.organisationId, (db) => loadProfile(db, actor, id, kernel.clock.now()))
}

/** The same inside a transaction that is under way. */
export async function loadProfile(db: Db, actor: Actor, id: string, now: Date): Promise<ProfileRecord> {
  const { organisationId } = actor
  const person = await db
    .selectFrom('organisation_people')
    .select(['id', 'name', 'languages', 'core_team', 'working_hours', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (person === undefined) throw new Refusal('record.not-found')
  const responsible = await isResponsible(db, actor, id)
  const held = (await heldPositions(db, organisationId, [id])).get(id) ?? []
  return {
    id,
    name: person.name,
    languages: person.languages,
    coreTeam: person.core_team,
    positions: held.map((position) => ({ ...showHeld(position), description: position.description })),
    represents: await representedBy(db, organisationId, id),
    expertise: await expertiseOf(db, organisationId, id),
    personal: responsible
      ? {
          workingHours: person.working_hours as z.output<typeof WorkingHours> | null,
          absences: await selectAbsences(db, organisationId, {
            personIds: [id],
            today: now.toISOString().slice(0, 10),
            after: null,
            limit: 100,
          }),
          workload: await workloadOf(db, organisationId, id, now),
        }
      : null,
    mayChange: responsible,
    version: person.version,
  }
}

function representedBy(db: Db, organisationId: string, personId: string) {
  return db
    .selectFrom('organisation_representatives as r')
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'r.organisation_id').onRef('u.id', '=', 'r.unit_id'),
    )
    .select(['u.id', 'u.name'])
    .where('r.organisation_id', '=', organisationId)
    .where('r.person_id', '=', personId)
    .orderBy('u.name')
    .execute()
}

/** What somebody knows, by topic. */
export async function expertiseOf(db: Db, organisationId: string, personId: string) {
  const rows = await db
    .selectFrom('organisation_expertise')
    .select(['topic', 'level', 'note'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('topic')
    .execute()
  return rows.map(({ topic, level, note }) => ({ topic, level: level as ExpertLevel, note: note ?? '' }))
}

/** Posts that somebody wrote for the next seven days, and campaigns of theirs that run today. */
async function workloadOf(db: Db, organisationId: string, personId: string, now: Date) {
  const week = new Date(now.getTime() + 7 * 86_400_000)
  const today = now.toISOString().slice(0, 10)
  const { rows } = await sql<{ posts: number; campaigns: number }>`select
    (select count(*)::int from publishing_posts p join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id
      where p.organisation_id = ${organisationId} and p.created_by = ${personId} and d.state in ('planned', 'held', 'retry-at') and d.due_at >= ${now} and d.due_at < ${week}) as posts,
    (select count(*)::int from content_campaigns where organisation_id = ${organisationId} and owner_id = ${personId} and removed_at is null and starts_on <= ${today} and ends_on >= ${today}) as campaigns`.execute(
    db,
  )
  return rows[0] ?? { posts: 0, campaigns: 0 }
}
