import { countGraphemes } from '#contract/text-count.ts'
import type { Job, Message, Outcome, Picture, ReasonCode } from '../port.ts'
import { articleUrl } from './addresses.ts'
import type { ArticlePicture } from './article.ts'
import { MOST_PICTURES, PICTURE_TYPES, TITLE_LIMIT } from './description.ts'
import type { NewsroomKernel } from './kernel-needs.ts'
import { insertArticle, selectOrganisation } from './store.ts'
import { publicText } from './text/public-text.ts'
import { slugOfTitle } from './text/slug-of-title.ts'
import { summaryOf } from './text/summary.ts'

const tooLate: Outcome = { kind: 'not-sent', reason: { code: 'timed-out', words: null }, retryAt: null }

/**
 * Writes the article in one transaction under the job's token: however often this is repeated, there is one article. One
 * that was removed meanwhile stays removed; its repeat is refused as `not-found`.
 */
export async function publishArticle(kernel: NewsroomKernel, job: Job): Promise<Outcome> {
  if (job.signal.aborted) return tooLate
  const title = publicText(job.message.title ?? '').trim()
  const pictures = job.message.parts.flatMap((part) => part.pictures)
  const refusal = refusalOf(title, pictures)
  if (refusal !== null) return { kind: 'refused', reason: { code: refusal, words: null } }
  const kept = await keepPictures(kernel, job.account.organisationId, pictures)
  if (job.signal.aborted) return tooLate
  return write(kernel, job, { title, pictures: kept })
}

interface Prepared {
  readonly title: string
  readonly pictures: readonly ArticlePicture[]
}

function write({ database, clock, config }: NewsroomKernel, job: Job, { title, pictures }: Prepared): Promise<Outcome> {
  const { organisationId, channelId } = job.account
  const body = bodyOf(job.message)
  return database.inOrganisation(organisationId, async (db) => {
    const organisation = await selectOrganisation(db, organisationId)
    const article = await insertArticle(db, {
      organisationId,
      channelId,
      token: job.token,
      id: clock.newId(),
      slug: slugOfTitle(title),
      title,
      summary: summaryOf(job.message.summary, body),
      body,
      language: job.message.language ?? organisation.language,
      pictures,
      publishedAt: clock.now(),
    })
    if (article.removedAt !== null) return { kind: 'refused', reason: { code: 'not-found', words: null } }
    const url = articleUrl(config.publicUrl, organisation.slug, article.slug)
    return { kind: 'published', remoteId: article.id, url }
  })
}

function refusalOf(title: string, pictures: readonly Picture[]): ReasonCode | null {
  if (title === '') return 'content-rejected'
  if (countGraphemes(title) > TITLE_LIMIT) return 'text-too-long'
  if (pictures.length > MOST_PICTURES || pictures.some(({ type }) => !PICTURE_TYPES.includes(type)))
    return 'media-rejected'
  return null
}

function bodyOf({ parts }: Message): string {
  return publicText(parts.map(({ text }) => text).join('\n\n'))
}

/** The same bytes have the same name, so a repeat stores nothing twice. */
async function keepPictures(
  { files }: NewsroomKernel,
  organisationId: string,
  pictures: readonly Picture[],
): Promise<ArticlePicture[]> {
  const kept: ArticlePicture[] = []
  for (const { id, type, width, height, altText, bytes } of pictures) {
    const content = await bytes()
    const { name: file } = await files.put(organisationId, content, { mostBytes: content.byteLength })
    kept.push({ id, file, type, width, height, altText: publicText(altText) })
  }
  return kept
}
