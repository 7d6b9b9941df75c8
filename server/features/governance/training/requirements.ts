import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { areOpenUnits } from '#server/features/organisation/index.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { lockPolicy, selectPolicy } from '../policies/store.ts'
import { requirementFacts, requirementTitle, showRequirement } from './show-requirement.ts'
import { lockCourse, selectCourse } from './store-courses.ts'
import {
  hasTwin,
  insertRequirement,
  lockRequirement,
  selectRequirement,
  selectRequirements,
  setRemoved,
  type RequirementRow,
} from './store-requirements.ts'

/** What rights depend on here, newest first. Everybody may see it: it tells why something is held. */
export function listRequirements(
  kernel: Kernel,
  { organisationId }: Actor,
  request: Input<'training', 'requirements'>,
) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectRequirements(db, organisationId, { after, limit: request.limit })
    return pageOf(rows, request, (row) => [row.id], showRequirement)
  })
}

/** Lets a right depend on a policy or a certificate from now on. Refuses what nobody can accept or pass yet, and what stands already. */
export function addRequirement(kernel: Kernel, actor: Actor, input: Input<'training', 'addRequirement'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    // Where both are named, the policy is what is meant.
    const policyId = input.policyId ?? null
    const courseId = policyId === null ? (input.courseId ?? null) : null
    await checkSubject(db, actor, { policyId, courseId })
    const unitId = input.unitId ?? null
    if (unitId !== null && !(await areOpenUnits(db, organisationId, [unitId]))) throw unknownReference('unitId')
    const isNew = await insertRequirement(db, {
      organisation_id: organisationId,
      id,
      action: input.action,
      policy_id: policyId,
      course_id: courseId,
      role: input.role ?? null,
      unit_id: unitId,
      created_by: personOf(actor),
      created_at: kernel.clock.now(),
    })
    if (!isNew) throw new Refusal('record.exists')
    const shown = showRequirement(await holdRequirement(db, organisationId, id))
    record({
      verb: 'requirement.created',
      subject: { type: 'requirement', id, title: requirementTitle(shown) },
      before: null,
      after: requirementFacts(shown),
    })
    return shown
  })
}

/** Takes a requirement away: with the next request the right is back. */
export function removeRequirement(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdRequirement(db, organisationId, id)
    if (row.removed_at !== null) throw new Refusal('record.not-found')
    expectVersion(context, row.version)
    await setRemoved(db, organisationId, id, kernel.clock.now())
    const shown = showRequirement(row)
    record({
      verb: 'requirement.removed',
      subject: { type: 'requirement', id, title: requirementTitle(shown) },
      before: requirementFacts(shown),
      after: null,
    })
    return { id }
  })
}

/** Brings a requirement back as it was. Refuses it where what it asks for is gone, or where the same one stands again. */
export function restoreRequirement(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdRequirement(db, organisationId, id)
    if (row.removed_at === null) return showRequirement(row)
    await checkSubject(db, actor, { policyId: row.policy_id, courseId: row.course_id })
    if (await hasTwin(db, row)) throw new Refusal('record.exists')
    await setRemoved(db, organisationId, id, null)
    const shown = showRequirement(await holdRequirement(db, organisationId, id))
    record({
      verb: 'requirement.restored',
      subject: { type: 'requirement', id, title: requirementTitle(shown) },
      before: null,
      after: requirementFacts(shown),
    })
    return shown
  })
}

async function holdRequirement(db: Db, organisationId: string, id: string): Promise<RequirementRow> {
  await lockRequirement(db, organisationId, id)
  const row = await selectRequirement(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return row
}

/** Holds the policy or course, so that nobody removes it before the requirement stands. */
async function checkSubject(
  db: Db,
  actor: Actor,
  { policyId, courseId }: { readonly policyId: string | null; readonly courseId: string | null },
): Promise<void> {
  const { organisationId } = actor
  const reader = { organisationId, personId: personOf(actor) }
  if (policyId !== null) {
    await lockPolicy(db, organisationId, policyId)
    const policy = await selectPolicy(db, reader, policyId)
    if (policy === null || policy.removed_at !== null) throw unknownReference('policyId')
    if (policy.current === null) throw new Refusal('requirement.not-published')
  }
  if (courseId !== null) {
    await lockCourse(db, organisationId, courseId)
    const course = await selectCourse(db, reader, courseId)
    if (course === null || course.removed_at !== null) throw unknownReference('courseId')
    if (course.published_at === null) throw new Refusal('requirement.not-published')
  }
}
