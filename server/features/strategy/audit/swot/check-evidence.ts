import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { SwotInput } from '../../input.ts'
import type { KeptEvidence } from './store.ts'

type Given = SwotInput<'create'>['evidence']

/** What a line rests on, tidied. Refuses accounts and competitors that are not there, and an address that is missing. */
export async function checkEvidence(db: Db, organisationId: string, given: Given): Promise<KeptEvidence[]> {
  const kept: KeptEvidence[] = []
  for (const [place, { kind, id, url }] of given.entries()) {
    if (kind === 'address') {
      if (url === null || url === undefined)
        throw new Refusal('request.invalid', {}, [{ path: `evidence.${place}.url`, code: 'account.not-an-address' }])
      kept.push({ kind, id: null, url })
      continue
    }
    const table = kind === 'account' ? 'strategy_accounts' : 'strategy_competitors'
    if (id === null || id === undefined || !(await isThere(db, organisationId, table, id)))
      throw unknownReference(`evidence.${place}.id`)
    kept.push({ kind, id, url: null })
  }
  return kept
}

async function isThere(
  db: Db,
  organisationId: string,
  table: 'strategy_accounts' | 'strategy_competitors',
  id: string,
): Promise<boolean> {
  const found = await db
    .selectFrom(table)
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  return found !== undefined
}
