import { z } from 'zod'
import type { Removal } from '../port.ts'
import type { NewsroomKernel } from './kernel-needs.ts'
import { markRemoved } from './store.ts'

/** Takes an article off the pages and feeds; its address keeps saying that it was there. Repeating it changes nothing. */
export async function removeArticle(
  { database, clock }: NewsroomKernel,
  organisationId: string,
  articleId: string,
): Promise<Removal> {
  // A person who settled a delivery by hand may have entered anything as its id.
  if (!z.uuid().safeParse(articleId).success) return { kind: 'refused', reason: { code: 'not-found', words: null } }
  await database.inOrganisation(organisationId, (db) => markRemoved(db, { organisationId, articleId, at: clock.now() }))
  return { kind: 'removed' }
}
