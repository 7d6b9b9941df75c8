import { sql } from 'kysely'
import { z } from 'zod'
import type { OperatingModel } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The models that were in force, newest first. */
export function listModels(kernel: Kernel, { organisationId }: Actor, page: PageRequest) {
  const after = readCursorAs(page.cursor, Cursor)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_operating_models as m')
      .leftJoin('organisation_people as o', (join) =>
        join.onRef('o.organisation_id', '=', 'm.organisation_id').onRef('o.id', '=', 'm.set_by'),
      )
      .select(['m.id', 'm.model', 'm.since', 'm.set_by', 'm.reason', 'o.name'])
      .where('m.organisation_id', '=', organisationId)
      .$if(after !== null, (query) =>
        query.where(
          sql<boolean>`(date_trunc('milliseconds', m.since), m.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
        ),
      )
      .orderBy(sql`date_trunc('milliseconds', m.since)`, 'desc')
      .orderBy('m.id', 'desc')
      .limit(page.limit + 1)
      .execute()
    return pageOf(
      rows,
      page,
      (row) => [row.since.toISOString(), row.id],
      (row) => ({
        id: row.id,
        model: row.model as OperatingModel,
        since: row.since.toISOString(),
        setBy: row.set_by === null ? null : { id: row.set_by, name: row.name ?? '' },
        reason: row.reason,
      }),
    )
  })
}
