import { Refusal } from '#contract/refusal.ts'
import type { Language } from '#contract/kinds.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showOrganisation } from './show.ts'
import { readOrganisation } from './store.ts'

interface Changes {
  readonly name?: string | undefined
  readonly slug?: string | undefined
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
  readonly currency?: string | undefined
}

/** Changes what the organisation says of itself. A slug that another organisation here uses is refused. */
export function changeOrganisation(kernel: Kernel, actor: Actor, context: RequestContext, changes: Changes) {
  return change(kernel, actor, async ({ db, record }) => {
    const before = await readOrganisation(db, actor.organisationId)
    expectVersion(context, before.version)
    const after = await db
      .updateTable('organisations')
      .set({
        name: changes.name ?? before.name,
        slug: changes.slug ?? before.slug,
        language: changes.language ?? before.language,
        time_zone: changes.timeZone ?? before.time_zone,
        currency: changes.currency ?? before.currency,
        version: before.version + 1,
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('version', '=', before.version)
      .returningAll()
      .executeTakeFirst()
      .catch((error: unknown) => {
        if (isDuplicate(error)) throw new Refusal('record.exists', {}, [{ path: 'slug', code: 'record.exists' }])
        throw error
      })
    if (after === undefined) throw new Refusal('record.changed')
    record({
      verb: 'organisation.changed',
      subject: { type: 'organisation', id: actor.organisationId, title: after.name },
      before: { ...showOrganisation(before) },
      after: { ...showOrganisation(after) },
    })
    return showOrganisation(after)
  })
}

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
}
