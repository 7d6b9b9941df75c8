import type { Job, LookUp } from '../port.ts'
import { articleUrl } from './addresses.ts'
import type { NewsroomKernel } from './kernel-needs.ts'
import { selectByToken, selectOrganisation } from './store.ts'

/** Whether the article of this token is shown. Our own table never leaves it unclear. */
export function lookUpArticle({ database, config }: NewsroomKernel, job: Job): Promise<LookUp> {
  const { organisationId } = job.account
  return database.inOrganisation(organisationId, async (db) => {
    const article = await selectByToken(db, organisationId, job.token)
    if (article === null || article.removedAt !== null) return { kind: 'absent' }
    const { slug } = await selectOrganisation(db, organisationId)
    return { kind: 'found', remoteId: article.id, url: articleUrl(config.publicUrl, slug, article.slug) }
  })
}
