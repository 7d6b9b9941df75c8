import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CompetitorInput } from '../../input.ts'
import {
  competitorFacts,
  holdAnyCompetitor,
  holdCompetitor,
  insertCompetitor,
  showCompetitor,
  updateCompetitor,
  type CompetitorRow,
  type ShownCompetitor,
} from './store.ts'

/** Names a competitor. */
export function createCompetitor(
  kernel: Kernel,
  actor: Actor,
  input: CompetitorInput<'create'>,
): Promise<ShownCompetitor> {
  return change(kernel, actor, async (work) => showCompetitor(await addCompetitor(kernel, actor, work, input)))
}

/** Names a competitor inside a change of somebody else's, such as an import. */
export async function addCompetitor(
  kernel: Kernel,
  actor: Actor,
  { db, record }: Change,
  fields: CompetitorInput<'create'>,
): Promise<CompetitorRow> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  await insertCompetitor(db, {
    organisation_id: organisationId,
    id,
    ...fields,
    created_by: actor.personId,
    created_at: kernel.clock.now(),
  })
  const row = await holdCompetitor(db, organisationId, id)
  record({ verb: 'competitor.created', subject: subjectOf(row), before: null, after: competitorFacts(row) })
  return row
}

function subjectOf({ id, name }: CompetitorRow) {
  return { type: 'competitor', id, title: name } as const
}

/** Changes the fields given. Refuses a version that is no longer the stored one. */
export function changeCompetitor(
  kernel: Kernel,
  context: RequestContext,
  { id, ...fields }: CompetitorInput<'change'>,
): Promise<ShownCompetitor> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdCompetitor(db, organisationId, id)
    expectVersion(context, row.version)
    const next = withGiven(competitorFacts(row), fields)
    const changed = changedFields(competitorFacts(row), next)
    if (changed === null) return showCompetitor(row)
    await updateCompetitor(db, organisationId, id, next)
    record({ verb: 'competitor.changed', subject: { type: 'competitor', id, title: next.name }, ...changed })
    return showCompetitor(await holdCompetitor(db, organisationId, id))
  })
}

/** Takes a competitor, and with it its accounts, out of every list. Undone by restoreCompetitor. */
export function removeCompetitor(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdCompetitor(db, organisationId, id)
    expectVersion(context, row.version)
    await updateCompetitor(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({ verb: 'competitor.removed', subject: subjectOf(row), before: competitorFacts(row), after: null })
    return { id }
  })
}

/** Brings a removed competitor back with its accounts. One that is there stays as it is. */
export function restoreCompetitor(kernel: Kernel, actor: Actor, id: string): Promise<ShownCompetitor> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyCompetitor(db, organisationId, id)
    if (row.removed_at === null) return showCompetitor(row)
    await updateCompetitor(db, organisationId, id, { removed_at: null })
    record({ verb: 'competitor.restored', subject: subjectOf(row), before: null, after: competitorFacts(row) })
    return showCompetitor(await holdCompetitor(db, organisationId, id))
  })
}
