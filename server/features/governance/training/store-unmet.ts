import { sql } from 'kysely'
import type { Requirable } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Translated } from '../domain/translated.ts'

export interface UnmetRow {
  readonly action: Requirable
  readonly kind: 'policy' | 'certificate'
  readonly subject_id: string
  readonly title: Translated<string>
  readonly language: Language
  readonly state: 'missing' | 'expired'
  /** The day on which the certificate ended, or a newer version of the policy came. */
  readonly since: string | null
}

/**
 * The requirements that bind this person and that they do not meet at this moment. Asked with every request: the function (in the
 * migrations) ends at once where the organisation requires nothing.
 */
export async function selectUnmet(
  db: Db,
  organisationId: string,
  personId: string,
  now: Date,
): Promise<readonly UnmetRow[]> {
  const { rows } = await sql<UnmetRow>`select * from governance_unmet(${organisationId}, ${personId}, ${now})`.execute(
    db,
  )
  return rows
}
