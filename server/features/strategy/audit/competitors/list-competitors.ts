import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { sideOf } from '../../domain/audit/compare.ts'
import type { AuditInput, CompetitorInput } from '../../input.ts'
import { selectAccounts } from '../store-accounts.ts'
import { followersBefore, newestReadings, type ReadingRow } from '../store-readings.ts'
import { selectCompetitors, showCompetitor } from './store.ts'

const MOST_ACCOUNTS = 10_000
const MOST_COMPETITORS = 200

/** Competitors, newest first. */
export function listCompetitors(kernel: Kernel, { organisationId }: Actor, request: CompetitorInput<'list'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectCompetitors(db, organisationId, { after, limit: request.limit + 1 })
    return pageOf(rows, request, (row) => [row.id], showCompetitor)
  })
}

/** One competitor. */
export function readCompetitor(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const [row] = await selectCompetitors(db, organisationId, { id, limit: 1 })
    if (row === undefined || row.removed_at !== null) throw new Refusal('record.not-found')
    return showCompetitor(row)
  })
}

/** Our side and each competitor's, on all platforms or one. Of ours, rogue accounts are left out: they do not speak for us. */
export function compareSides(kernel: Kernel, { organisationId }: Actor, { platform }: AuditInput<'comparison'>) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const where = sql`a.removed_at is null and (a.competitor_id is not null or a.state <> 'rogue')`
    const all = await selectAccounts(db, organisationId, { where, limit: MOST_ACCOUNTS })
    const accounts = all.filter((account) => platform === undefined || account.platform === platform)
    const ids = accounts.map(({ id }) => id)
    const readings = await newestReadings(db, organisationId, ids)
    const before = await followersBefore(db, organisationId, ids)
    const competitors = await selectCompetitors(db, organisationId, { limit: MOST_COMPETITORS })
    const side = (competitorId: string | null) =>
      sideOf(
        accounts
          .filter((account) => account.competitor_id === competitorId)
          .map((account) => figuresOf(readings.get(account.id), before.get(account.id))),
      )
    return {
      platforms: [...new Set(all.map((account) => account.platform))].sort(),
      sides: [
        { competitor: null, ...side(null) },
        ...competitors.toReversed().map(({ id, name }) => ({ competitor: { id, name }, ...side(id) })),
      ],
    }
  })
}

function figuresOf(reading: ReadingRow | undefined, before: number | undefined) {
  return {
    read: reading !== undefined,
    followers: reading?.followers ?? null,
    followersBefore: before ?? null,
    postsPerWeek: reading?.posts_per_week ?? null,
    interactionsPerPost: reading?.interactions_per_post ?? null,
  }
}
