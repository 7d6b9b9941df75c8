import type { Db } from '#server/kernel/database/database.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import type { AccountRow } from '../store-accounts.ts'
import { newestReadings } from '../store-readings.ts'
import type { SheetRow } from './sheet.ts'

export interface ImportedFigures {
  readonly followers: number | null
  readonly posts_per_week: string | null
  readonly interactions_per_post: string | null
}

/** The figures of a row; null where it has none. A comma may part the decimals. */
export function readFigures(row: SheetRow): ImportedFigures | null {
  const followers = figure(row, 'followers', /^\d{1,12}$/)
  const figures = {
    followers: followers === null ? null : Number(followers),
    posts_per_week: figure(row, 'postsPerWeek', /^\d{1,7}(\.\d{1,2})?$/),
    interactions_per_post: figure(row, 'interactionsPerPost', /^\d{1,7}(\.\d{1,2})?$/),
  }
  return Object.values(figures).every((value) => value === null) ? null : figures
}

function figure(
  row: SheetRow,
  column: 'followers' | 'postsPerWeek' | 'interactionsPerPost',
  shape: RegExp,
): string | null {
  const text = (row.cell(column) ?? '').replaceAll(/\s/g, '').replace(',', '.')
  if (text === '') return null
  if (shape.test(text)) return text
  row.blame(column, 'money.not-a-number')
  return null
}

/** Whether the newest reading says the same: then bringing it in again is no news. */
export async function sameFigures(db: Db, account: AccountRow, figures: ImportedFigures): Promise<boolean> {
  const newest = (await newestReadings(db, account.organisation_id, [account.id])).get(account.id)
  if (newest === undefined) return false
  const same = (given: string | number | null, stored: string | number | null) =>
    given === null || (stored !== null && plainDecimal(String(given)) === plainDecimal(String(stored)))
  return (
    same(figures.followers, newest.followers) &&
    same(figures.posts_per_week, newest.posts_per_week) &&
    same(figures.interactions_per_post, newest.interactions_per_post)
  )
}
