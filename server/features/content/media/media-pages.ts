import { Hono } from 'hono'
import { z } from 'zod'
import type { Action } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import { organisationOfReview } from '#server/features/governance/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { makeRendition } from '#server/kernel/files/rendition.ts'
import { problemResponse } from '#server/kernel/http/problem.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { acceptedLanguage } from '#server/kernel/translate.ts'
import { pictureResponse, type ServedPicture } from './picture-response.ts'
import { seesMedia } from '../given.ts'
import { selectMedia, type MediaRow } from './store.ts'

export interface MediaPagesNeeds {
  readonly kernel: Kernel
  /** Who asks, by session or key; null for a stranger. */
  readonly authenticate: (request: Request) => Promise<Actor | null>
  readonly may: (actor: Actor, action: Action) => boolean
}

/** Few widths, so that caches are hit and nobody can ask for a thousand renditions of one picture. */
const WIDTHS = [96, 192, 384, 768, 1200, 1920] as const
const Width = z.coerce.number().int().positive().max(20_000)

/**
 * Serves `/api/v1/media/:id/file`: the picture as it was uploaded or, with `?width=` in pixels, one made anew at the next
 * larger of a few widths. Only for members who may read content; strangers are told to sign in, others that it is not there.
 * And `/api/v1/reviews/:token/media/:id` in the same manner, for a reviewer from outside: just the pictures of their post.
 */
export function mediaPages({ kernel, authenticate, may }: MediaPagesNeeds): Hono {
  const pages = new Hono()
  pages.get('/api/v1/media/:id/file', async (context) => {
    const actor = await authenticate(context.req.raw)
    if (actor === null) return problemResponse('sign-in.needed', 'en', { 'www-authenticate': 'Bearer' })
    const id = z.uuid().safeParse(context.req.param('id'))
    const media = may(actor, 'content.read') && id.success ? await readMedia(kernel, actor, id.data) : null
    if (media === null) return problemResponse('record.not-found', actor.language)
    const picture = servedPicture(kernel, media, widthFor(media, context.req.query('width')))
    return (await pictureResponse(context.req.raw, picture)) ?? problemResponse('record.not-found', actor.language)
  })
  pages.get('/api/v1/reviews/:token/media/:id', async (context) => {
    const language = acceptedLanguage(context.req.header('accept-language') ?? null)
    const id = z.uuid().safeParse(context.req.param('id'))
    try {
      if (!id.success) throw new Refusal('record.not-found')
      const media = await readReviewed(kernel, context.req.param('token'), id.data)
      const picture = media === null ? null : servedPicture(kernel, media, widthFor(media, context.req.query('width')))
      const response = picture === null ? null : await pictureResponse(context.req.raw, picture)
      if (response === null) throw new Refusal('record.not-found')
      // A link may be withdrawn at any moment: nothing is shown again without asking.
      response.headers.set('cache-control', 'private, no-cache')
      return response
    } catch (error) {
      if (error instanceof Refusal) return problemResponse(error.code, language)
      throw error
    }
  })
  return pages
}

async function readReviewed(kernel: Kernel, token: string, id: string): Promise<MediaRow | null> {
  const organisationId = await organisationOfReview(kernel, token, id)
  return kernel.database.inOrganisation(organisationId, (db) => selectMedia(db, organisationId, id))
}

function readMedia(kernel: Kernel, actor: Actor, id: string): Promise<MediaRow | null> {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) =>
    (await seesMedia(db, actor, id)) ? selectMedia(db, organisationId, id) : null,
  )
}

/** The width to make, or null for the picture as it is: where nothing readable is asked, or nothing smaller. */
function widthFor(media: MediaRow, asked: string | undefined): number | null {
  const wished = Width.safeParse(asked)
  if (!wished.success) return null
  const width = WIDTHS.find((offered) => offered >= wished.data) ?? null
  return width === null || width >= media.width ? null : width
}

function servedPicture({ files }: Kernel, media: MediaRow, width: number | null): ServedPicture {
  const { organisation_id: organisationId, file } = media
  if (width === null) {
    return { tag: file, type: media.type, name: media.name, open: () => files.openStream(organisationId, file) }
  }
  return {
    tag: `${file}-${width}`,
    type: 'image/webp',
    name: `${media.name}.webp`,
    open: async () => {
      const original = await files.read(organisationId, file)
      return original === null ? null : (await makeRendition(original, { width, format: 'webp' })).bytes
    },
  }
}
