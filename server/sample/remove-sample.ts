import { sql } from 'kysely'
import type { Kernel } from '#server/kernel/kernel.ts'

const ROOT_TABLES = [
  'publishing_deliveries',
  'publishing_posts',
  'newsroom_articles',
  'measurement_links',
  'content_pieces',
  'content_media',
  'content_campaigns',
  'publishing_channels',
  'organisation_api_keys',
  'organisation_reporting_lines',
  'organisation_positions',
  'organisation_agencies',
  'organisation_absences',
  'organisation_representatives',
  'organisation_expertise',
  'governance_approvals',
  'governance_stakeholders',
  'governance_waivers',
  'governance_confidential_hits',
  'governance_confidential_views',
  'organisation_people',
  'event_consumers',
  'http_answers',
] as const

/**
 * Removes a sample organisation with everything in it, its made-up people too. Its stream of events stays, since events are
 * never deleted; without the organisation nobody can read it. An organisation that is no sample is left alone.
 */
export async function removeSample(kernel: Kernel, organisationId: string): Promise<boolean> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const sample = await db
      .selectFrom('organisations')
      .select('organisation_id')
      .where('organisation_id', '=', organisationId)
      .where('sample', '=', true)
      .forUpdate()
      .executeTakeFirst()
    if (sample === undefined) return false
    const users = await db
      .selectFrom('organisation_people')
      .select('user_id')
      .where('organisation_id', '=', organisationId)
      .execute()
    for (const table of ROOT_TABLES)
      await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId}`.execute(db)
    await db.deleteFrom('organisations').where('organisation_id', '=', organisationId).execute()
    await db
      .updateTable('identity.session')
      .set({ organisationId: null })
      .where('organisationId', '=', organisationId)
      .execute()
    await db
      .deleteFrom('identity.user')
      .where(
        'id',
        'in',
        users.map((row) => row.user_id),
      )
      .where((the) =>
        the.not(
          the.exists(
            the
              .selectFrom('identity.account')
              .select('id')
              .whereRef('identity.account.userId', '=', 'identity.user.id'),
          ),
        ),
      )
      .execute()
    return true
  })
}

/** The sample organisations this person belongs to. */
export function findSamples(kernel: Kernel, userId: string): Promise<string[]> {
  return kernel.database.lookUp(userId, async (db) => {
    const rows = await db
      .selectFrom('organisation_people')
      .select('organisation_id')
      .where('user_id', '=', userId)
      .execute()
    return rows.map((row) => row.organisation_id)
  })
}
