import { unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { areOpenUnits } from '#server/features/organisation/index.ts'

interface Wish {
  readonly unitIds: readonly string[]
  readonly portraitId: string | null
  readonly languages: readonly string[]
}

/** Each entry of a list once, in the order in which it was written first. */
export function once<Entry>(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()]
}

/** Refuses regions and a portrait that are not there. Answers units and languages, each once. */
export async function checkAudience(db: Db, organisationId: string, wish: Wish) {
  const unitIds = [...new Set(wish.unitIds)].sort()
  if (!(await areOpenUnits(db, organisationId, unitIds))) throw unknownReference('unitIds')
  if (wish.portraitId !== null && !(await isPicture(db, organisationId, wish.portraitId)))
    throw unknownReference('portraitId')
  return { unitIds, languages: once(wish.languages) }
}

/** Pictures belong to content, which comes later: they are read here, never written. */
async function isPicture(db: Db, organisationId: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('content_media')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
