import type { Platform } from '../port.ts'
import { connectNewsroom } from './connect.ts'
import { newsroomDescription } from './description.ts'
import type { NewsroomKernel } from './kernel-needs.ts'
import { lookUpArticle } from './look-up.ts'
import { publishArticle } from './publish.ts'
import { removeArticle } from './remove.ts'

export { newsroomPages } from './pages/newsroom-pages.ts'

/**
 * The organisation's own newsroom on this installation: pages and feeds under `/newsroom/<slug>`, without an account
 * anywhere else. An article is written under the delivery's token, so a repeat of any kind leaves one article.
 */
export function newsroomPlatform(kernel: NewsroomKernel): Platform {
  return {
    description: newsroomDescription(kernel.config.mostUploadBytes),
    connect: (organisationId) => connectNewsroom(kernel, organisationId),
    inspect: (account) => connectNewsroom(kernel, account.organisationId),
    publisher: {
      mint: () => kernel.clock.newId(),
      publish: (job) => publishArticle(kernel, job),
      lookUp: (job) => lookUpArticle(kernel, job),
      remove: (account, published) => removeArticle(kernel, account.organisationId, published.remoteId),
    },
    meter: null,
    authoriser: null,
  }
}
