import { z } from 'zod'
import type { SubjectType } from '#contract/governance.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

const Cursor = z.tuple([z.string().regex(/^\d{1,15}$/)])

interface EventsRequest extends PageRequest {
  readonly subjectType?: SubjectType | undefined
  readonly subjectId?: string | undefined
}

/** What happened in the organisation, newest first; where a subject is named, its own history. */
export function listEvents(kernel: Kernel, actor: Actor, request: EventsRequest) {
  const before = readCursorAs(request.cursor, Cursor)?.[0]
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .$if(request.subjectType !== undefined, (query) => query.where('subject_type', '=', request.subjectType ?? ''))
      .$if(request.subjectId !== undefined, (query) => query.where('subject_id', '=', request.subjectId ?? ''))
      .$if(before !== undefined, (query) => query.where('position', '<', Number(before)))
      .orderBy('position', 'desc')
      .limit(request.limit + 1)
      .execute()
    return pageOf(
      rows,
      request,
      (row) => [String(row.position)],
      (row) => ({
        id: row.id,
        position: row.position,
        at: row.at.toISOString(),
        actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id, name: row.actor_name },
        verb: row.verb,
        subject: { type: row.subject_type as SubjectType, id: row.subject_id, title: row.subject_title },
        before: row.before as Record<string, unknown> | null,
        after: row.after as Record<string, unknown> | null,
      }),
    )
  })
}
