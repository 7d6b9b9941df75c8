import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { lockDocument, selectDocument, type DocumentRow } from './store.ts'

/** The plan, held for the change that follows. Refuses `document.not-begun`. */
export async function holdDocument(db: Db, organisationId: string): Promise<DocumentRow> {
  await lockDocument(db, organisationId)
  return findDocument(db, organisationId)
}

/** The plan as it is. Refuses `document.not-begun`. */
export async function findDocument(db: Db, organisationId: string): Promise<DocumentRow> {
  const row = await selectDocument(db, organisationId)
  if (row === null) throw new Refusal('document.not-begun')
  return row
}
