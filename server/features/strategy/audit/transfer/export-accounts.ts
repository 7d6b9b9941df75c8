import { sql } from 'kysely'
import { ACCOUNT_COLUMNS, type AccountColumn } from '#contract/audit-records.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { translate } from '#server/kernel/translate.ts'
import { writeTable } from '#server/features/organisation/index.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { selectAccounts, type AccountRow } from '../store-accounts.ts'
import { newestReadings, type ReadingRow } from '../store-readings.ts'
import { headingOf } from './words.ts'

const MOST = 10_000

/** The accounts as a CSV file, in the words of whoever asks. Brought in again it changes nothing. */
export function exportAccounts(kernel: Kernel, { organisationId, language }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const accounts = await selectAccounts(db, organisationId, { where: sql`a.removed_at is null`, limit: MOST })
    const ids = accounts.map(({ id }) => id)
    const readings = await newestReadings(db, organisationId, ids)
    const emails = await db
      .selectFrom('organisation_people')
      .select(['id', 'email'])
      .where('organisation_id', '=', organisationId)
      .where('active', '=', true)
      .execute()
    const emailOf = new Map(emails.map(({ id, email }) => [id, email]))
    const rows = accounts.toReversed().map((account) => {
      const cells = cellsOf(account, readings.get(account.id))
      const holder = account.holder_id === null ? undefined : emailOf.get(account.holder_id)
      const words: Record<AccountColumn, string> = {
        ...cells,
        platform: translate(language, `accounts:platform.${account.platform}`),
        state: translate(language, `accounts:state.${account.state}`),
        holder: holder ?? account.holder_words,
      }
      return ACCOUNT_COLUMNS.map((column) => words[column])
    })
    const text = writeTable(
      ACCOUNT_COLUMNS.map((column) => headingOf(column, language)),
      rows,
      language === 'tr' ? ';' : ',',
    )
    const day = kernel.clock.now().toISOString().slice(0, 10)
    return { name: `${translate(language, 'accounts:file')}-${day}.csv`, text }
  })
}

function cellsOf(account: AccountRow, reading: ReadingRow | undefined) {
  const followers = reading?.followers ?? null
  return {
    handle: account.handle,
    url: account.url,
    name: account.name,
    competitor: account.competitor_name ?? '',
    unit: account.unit_name ?? '',
    followers: followers === null ? '' : String(followers),
    postsPerWeek: decimal(reading?.posts_per_week),
    interactionsPerPost: decimal(reading?.interactions_per_post),
    notes: account.notes,
  }
}

function decimal(value: string | null | undefined): string {
  return value === null || value === undefined ? '' : plainDecimal(value)
}
