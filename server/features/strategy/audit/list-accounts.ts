import { sql } from 'kysely'
import { ACCOUNT_FINDINGS, ACCOUNT_PLATFORMS, ACCOUNT_STATES } from '#contract/audit-records.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AuditInput } from '../input.ts'
import { findAccount, readShown } from './hold-account.ts'
import { findingsOfRow, showAccount, showReading } from './show-account.ts'
import { selectAccounts } from './store-accounts.ts'
import { newestReadings, selectReadings } from './store-readings.ts'

/** No organisation has more accounts than this in its name. */
const MOST = 10_000

/** Accounts, newest first, with their newest readings. */
export function listAccounts(kernel: Kernel, { organisationId }: Actor, request: AuditInput<'accounts'>) {
  const after = readIdCursor(request)
  const { state, platform, whose, competitorId } = request
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const where = sql`a.removed_at is null
      ${state === undefined ? sql`` : sql`and a.state = ${state}`}
      ${platform === undefined ? sql`` : sql`and a.platform = ${platform}`}
      ${whose === undefined ? sql`` : whose === 'ours' ? sql`and a.competitor_id is null` : sql`and a.competitor_id is not null`}
      ${competitorId === undefined ? sql`` : sql`and a.competitor_id = ${competitorId}`}
      ${after === null ? sql`` : sql`and a.id < ${after}`}`
    const rows = await selectAccounts(db, organisationId, { where, limit: request.limit + 1 })
    const readings = await newestReadings(
      db,
      organisationId,
      rows.map(({ id }) => id),
    )
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => showAccount(row, readings.get(row.id), kernel.clock.now()),
    )
  })
}

/** One account with its newest reading. */
export function readAccount(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, (db) => readShown(db, kernel.clock, organisationId, id))
}

/** What an account showed over time, newest first. */
export function listReadings(kernel: Kernel, { organisationId }: Actor, request: AuditInput<'readings'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await findAccount(db, organisationId, request.id)
    const rows = await selectReadings(db, organisationId, { accountId: request.id, after, limit: request.limit })
    return pageOf(rows, request, (row) => [row.id], showReading)
  })
}

/** How many accounts of ours stand how, on which platforms, and what was noticed about how many of them. */
export function summariseAccounts(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const where = sql`a.removed_at is null and a.competitor_id is null`
    const rows = await selectAccounts(db, organisationId, { where, limit: MOST })
    const readings = await newestReadings(
      db,
      organisationId,
      rows.map(({ id }) => id),
    )
    const found = rows.flatMap((row) => findingsOfRow(row, readings.get(row.id), kernel.clock.now()))
    const count = <T>(all: readonly T[], one: T) => all.filter((each) => each === one).length
    const states = rows.map(({ state }) => state)
    const platforms = rows.map(({ platform }) => platform)
    return {
      states: {
        owned: count(states, ACCOUNT_STATES[0]),
        dormant: count(states, ACCOUNT_STATES[1]),
        rogue: count(states, ACCOUNT_STATES[2]),
        'to-close': count(states, ACCOUNT_STATES[3]),
      },
      findings: ACCOUNT_FINDINGS.map((finding) => ({ finding, accounts: count(found, finding) })).filter(
        ({ accounts }) => accounts > 0,
      ),
      platforms: ACCOUNT_PLATFORMS.map((platform) => ({ platform, accounts: count(platforms, platform) })).filter(
        ({ accounts }) => accounts > 0,
      ),
    }
  })
}
