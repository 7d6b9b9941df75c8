import type { SubjectType } from '#contract/governance.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface NewNotice {
  readonly personId: string
  /** Names its sentence in the catalogue: `approval.asked`. */
  readonly kind: `${string}.${string}`
  readonly params?: Readonly<Record<string, string | number>>
  readonly subject: { readonly type: SubjectType; readonly id: string }
}

/** Tells people of something, in the transaction in which it happens; each person once. */
export async function notify(
  db: Db,
  clock: Clock,
  organisationId: string,
  notices: readonly NewNotice[],
): Promise<void> {
  const seen = new Set<string>()
  const rows = notices.flatMap(({ personId, kind, params, subject }) => {
    const key = `${personId} ${kind} ${subject.id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        organisation_id: organisationId,
        id: clock.newId(),
        person_id: personId,
        kind,
        params: JSON.stringify(params ?? {}),
        subject_type: subject.type,
        subject_id: subject.id,
        created_at: clock.now(),
      },
    ]
  })
  if (rows.length > 0) await db.insertInto('organisation_notices').values(rows).execute()
}
