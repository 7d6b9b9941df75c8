import { Refusal } from '#contract/refusal.ts'
import { may } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { personOf } from '../person-of.ts'
import { lockCourse, selectCourse, type CourseRow } from './store-courses.ts'

/** Whether somebody sees courses that are not open yet. */
export function seesDrafts(actor: Actor): boolean {
  return may(actor, 'courses.change').allowed
}

/** One course, removed or not, held for the change that follows. Refuses `record.not-found`. */
export async function holdAnyCourse(db: Db, actor: Actor, id: string): Promise<CourseRow> {
  await lockCourse(db, actor.organisationId, id)
  const row = await selectCourse(db, { organisationId: actor.organisationId, personId: personOf(actor) }, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** One course held for the change that follows. Refuses `record.not-found`, also for one that was removed. */
export async function holdCourse(db: Db, actor: Actor, id: string): Promise<CourseRow> {
  const row = await holdAnyCourse(db, actor, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** One course as this person sees it. Refuses `record.not-found` for what is removed, and for what is not open to them. */
export async function findCourse(db: Db, actor: Actor, id: string): Promise<CourseRow> {
  const row = await selectCourse(db, { organisationId: actor.organisationId, personId: personOf(actor) }, id)
  if (row === null || row.removed_at !== null || (row.published_at === null && !seesDrafts(actor)))
    throw new Refusal('record.not-found')
  return row
}
