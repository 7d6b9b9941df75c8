import { Refusal, unknownReference, type FieldProblem } from '#contract/refusal.ts'
import type { PlatformDescription } from '#contract/platforms.ts'
import { findMedia } from '#server/features/content/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { checkMessage } from '../domain/check-message.ts'
import { StoredMessage, type StoredPicture } from '../domain/message.ts'
import { titleOfText } from '../domain/post-title.ts'
import type { PublishingPorts } from '../ports.ts'

export interface PostContent {
  readonly title: string | null
  readonly text: string
  readonly thread: readonly { readonly text: string; readonly mediaIds: readonly string[] }[]
  readonly media: readonly { readonly id: string; readonly altText?: string | undefined }[]
  readonly contentWarning: string | null
  readonly visibility: string | null
  readonly language: string | null
  readonly trackLinks: boolean
}

export interface Placed {
  readonly organisationId: string
  readonly postId: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly description: PlatformDescription
}

/**
 * Makes what will be sent: finds the pictures, puts tracked links in place and holds the result against the platform's limits.
 * Refuses what the platform would refuse, naming the field.
 */
export async function composeMessage(
  db: Db,
  ports: PublishingPorts,
  placed: Placed,
  content: PostContent,
): Promise<StoredMessage> {
  const drafts = [
    { text: content.text, media: content.media },
    ...content.thread.map(({ text, mediaIds }) => ({
      text,
      media: mediaIds.map((id) => ({ id, altText: undefined })),
    })),
  ]
  const pictures = await findPictures(db, placed.organisationId, drafts)
  const parts = drafts.map(({ text }, index) => ({ text, pictures: pictures[index] ?? [] }))
  refuseWhatBlocks({ ...content, parts }, placed.description, ports.linkLength)
  const texts = content.trackLinks
    ? await ports.trackLinks(db, { ...placed, texts: parts.map((part) => part.text) })
    : parts.map((part) => part.text)
  const title = placed.description.title === null ? content.title : (content.title ?? titleOfText(content.text))
  return StoredMessage.parse({
    parts: parts.map((part, index) => ({ text: texts[index] ?? part.text, pictures: part.pictures })),
    title,
    summary: null,
    language: content.language,
    contentWarning: content.contentWarning,
    visibility: content.visibility,
  })
}

async function findPictures(
  db: Db,
  organisationId: string,
  drafts: readonly { media: readonly { id: string; altText?: string | undefined }[] }[],
): Promise<StoredPicture[][]> {
  const known = await findMedia(
    db,
    organisationId,
    drafts.flatMap((draft) => draft.media.map(({ id }) => id)),
  )
  return drafts.map((draft, part) =>
    draft.media.map(({ id, altText }) => {
      const found = known.get(id)
      if (found === undefined) throw unknownReference(part === 0 ? 'media' : `thread.${part - 1}.mediaIds`)
      return {
        id,
        file: found.file,
        type: found.type,
        width: found.width,
        height: found.height,
        altText: altText ?? found.altText,
      }
    }),
  )
}

function refuseWhatBlocks(
  draft: Parameters<typeof checkMessage>[0],
  description: PlatformDescription,
  linkLength: number,
): void {
  const blocking = checkMessage(draft, description, linkLength).findings.filter(
    (finding) => finding.severity === 'block',
  )
  const first = blocking[0]
  if (first === undefined) return
  const fields: FieldProblem[] = blocking.map((finding) => ({
    path: pathOf(finding.code, finding.part),
    code: finding.code,
    params: finding.params,
  }))
  const code =
    first.code === 'text.empty' || first.code === 'text.too-long' || first.code === 'media.too-many'
      ? first.code
      : 'request.invalid'
  throw new Refusal(code, first.params, fields)
}

function pathOf(code: string, part: number): string {
  const kind = code.split('.')[0]
  if (kind === 'media') return part === 0 ? 'media' : `thread.${part - 1}.mediaIds`
  if (kind === 'text') return part === 0 ? 'text' : `thread.${part - 1}.text`
  return kind === 'content-warning' ? 'contentWarning' : (kind ?? 'text')
}
