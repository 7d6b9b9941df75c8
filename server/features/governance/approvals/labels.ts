import type { Approver } from '#contract/workflows.ts'
import type { Db } from '#server/kernel/database/database.ts'

/** Gives each approver the word that stands beside the person: the title of a position, the name of a role or duty. */
export async function labelsOf(
  db: Db,
  organisationId: string,
  approvers: readonly Approver[],
): Promise<(approver: Approver) => string> {
  const ids = approvers.flatMap((approver) => (approver.kind === 'position' ? [approver.positionId] : []))
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('organisation_positions')
          .select(['id', 'title'])
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', ids)
          .execute()
  const titles = new Map(rows.map((row) => [row.id, row.title]))
  return (approver) => {
    if (approver.kind === 'position') return titles.get(approver.positionId) ?? ''
    if (approver.kind === 'role') return approver.role
    return approver.kind === 'duty' ? approver.duty : ''
  }
}
