import { z } from 'zod'
import { NamedAudience } from './audiences.ts'
import {
  Gone,
  Id,
  Instant,
  Language,
  Line,
  LocalDate,
  Page,
  PageRequest,
  PersonReference,
  Prose,
  Version,
} from './kinds.ts'
import { route } from './route.ts'
import { Risk } from './workflows.ts'

const tag = 'Content'
const ById = z.object({ id: Id })

export const Campaign = z.object({
  id: Id,
  title: z.string(),
  message: z.string(),
  startsOn: LocalDate,
  endsOn: LocalDate,
  owner: PersonReference.nullable(),
  unitId: Id.nullable(),
  /** What is at stake in it; workflows may ask for more approval. */
  risk: Risk,
  goals: z.array(z.object({ id: Id, title: z.string() })),
  /** Whom it is for; its posts speak to them unless they name others. */
  audiences: z.array(NamedAudience),
  pieces: z.number().int(),
  createdAt: Instant,
  version: Version,
})
const CampaignFields = z.object({
  title: Line(),
  message: Prose(5000).default(''),
  goalIds: z.array(Id).max(50).default([]),
  audienceIds: z.array(Id).max(20).default([]),
  startsOn: LocalDate,
  endsOn: LocalDate,
  ownerId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  risk: Risk.optional(),
})

export const Media = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  altText: z.string(),
  url: z.string(),
  createdAt: Instant,
  version: Version,
})

export const Piece = z.object({
  id: Id,
  title: z.string(),
  body: z.string(),
  language: z.string(),
  campaign: z.object({ id: Id, title: z.string() }).nullable(),
  media: z.array(Media),
  variants: z.number().int(),
  createdBy: PersonReference.nullable(),
  createdAt: Instant,
  changedAt: Instant,
  version: Version,
})
const PieceFields = z.object({
  title: Line(),
  body: Prose().default(''),
  language: Language.optional(),
  campaignId: Id.nullable().optional(),
  mediaIds: z.array(Id).max(20).default([]),
})

/** One post of a thread, with the pictures that go with it. */
export const VariantPart = z.object({ text: Prose(50_000), mediaIds: z.array(Id).max(20).default([]) })
export const VARIANT_FORMS = ['short-post', 'thread', 'article'] as const
export const VariantFields = z.object({
  form: z.enum(VARIANT_FORMS).default('short-post'),
  title: Prose(300).nullable().default(null),
  parts: z.array(VariantPart).min(1).max(50),
  contentWarning: Prose(500).nullable().default(null),
  visibility: Prose(40).nullable().default(null),
})
export const Variant = VariantFields.extend({
  id: Id,
  pieceId: Id,
  channelId: Id,
  followsPiece: z.boolean(),
  changedAt: Instant,
  version: Version,
})

export const content = {
  campaigns: route({ method: 'GET', path: '/campaigns', may: 'content.read', summary: 'Campaigns', tag })
    .input(PageRequest.extend({ goalId: Id.optional(), audienceId: Id.optional() }))
    .output(Page(Campaign)),
  campaign: route({ method: 'GET', path: '/campaigns/{id}', may: 'content.read', summary: 'One campaign', tag })
    .input(ById)
    .output(Campaign),
  createCampaign: route({
    method: 'POST',
    path: '/campaigns',
    may: 'campaigns.change',
    summary: 'Plan a campaign that serves goals',
    tag,
    status: 201,
  })
    .input(CampaignFields)
    .output(Campaign),
  changeCampaign: route({
    method: 'PATCH',
    path: '/campaigns/{id}',
    may: 'campaigns.change',
    summary: 'Change a campaign',
    tag,
  })
    .input(
      CampaignFields.partial().extend({
        id: Id,
        message: Prose(5000).optional(),
        goalIds: z.array(Id).max(50).optional(),
        audienceIds: z.array(Id).max(20).optional(),
      }),
    )
    .output(Campaign),
  removeCampaign: route({
    method: 'DELETE',
    path: '/campaigns/{id}',
    may: 'campaigns.change',
    summary: 'Remove a campaign without pieces and posts',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreCampaign: route({
    method: 'POST',
    path: '/campaigns/{id}/restoration',
    may: 'campaigns.change',
    summary: 'Bring a removed campaign back',
    tag,
  })
    .input(ById)
    .output(Campaign),
  pieces: route({ method: 'GET', path: '/pieces', may: 'content.read', summary: 'Content pieces', tag })
    .input(PageRequest.extend({ campaignId: Id.optional() }))
    .output(Page(Piece)),
  piece: route({ method: 'GET', path: '/pieces/{id}', may: 'content.read', summary: 'One piece', tag })
    .input(ById)
    .output(Piece),
  createPiece: route({
    method: 'POST',
    path: '/pieces',
    may: 'pieces.change',
    summary: 'Write a piece',
    tag,
    status: 201,
  })
    .input(PieceFields)
    .output(Piece),
  changePiece: route({ method: 'PATCH', path: '/pieces/{id}', may: 'pieces.change', summary: 'Change a piece', tag })
    .input(PieceFields.partial().extend({ id: Id, body: Prose().optional(), mediaIds: z.array(Id).max(20).optional() }))
    .output(Piece),
  removePiece: route({
    method: 'DELETE',
    path: '/pieces/{id}',
    may: 'pieces.change',
    summary: 'Remove a piece without posts',
    tag,
  })
    .input(ById)
    .output(Gone),
  restorePiece: route({
    method: 'POST',
    path: '/pieces/{id}/restoration',
    may: 'pieces.change',
    summary: 'Bring a removed piece back',
    tag,
  })
    .input(ById)
    .output(Piece),
  /** Rule-based and deterministic: the same piece and channels always give the same proposals. Nothing is saved. */
  atomise: route({
    method: 'POST',
    path: '/pieces/{id}/atomisation',
    may: 'content.read',
    summary: 'Propose a form of the piece for each channel',
    tag,
  })
    .input(z.object({ id: Id, channelIds: z.array(Id).min(1).max(50) }))
    .output(z.object({ items: z.array(VariantFields.extend({ channelId: Id })) })),
  variants: route({
    method: 'GET',
    path: '/pieces/{id}/variants',
    may: 'content.read',
    summary: 'The forms of a piece, one a channel',
    tag,
  })
    .input(ById)
    .output(z.object({ items: z.array(Variant) })),
  setVariant: route({
    method: 'PUT',
    path: '/pieces/{id}/variants/{channelId}',
    may: 'variants.change',
    summary: "Set a piece's form for a channel",
    tag,
  })
    .input(VariantFields.extend({ id: Id, channelId: Id }))
    .output(Variant),
  removeVariant: route({
    method: 'DELETE',
    path: '/pieces/{id}/variants/{channelId}',
    may: 'variants.change',
    summary: 'Let the channel follow the piece again',
    tag,
  })
    .input(z.object({ id: Id, channelId: Id }))
    .output(Gone),
  media: route({ method: 'GET', path: '/media', may: 'content.read', summary: 'Pictures', tag })
    .input(PageRequest)
    .output(Page(Media)),
  addMedia: route({
    method: 'POST',
    path: '/media',
    may: 'pieces.change',
    summary: 'Upload a picture (multipart form)',
    tag,
    status: 201,
  })
    .input(z.object({ file: z.file(), altText: Prose(2000).default('') }))
    .output(Media),
  changeMedia: route({ method: 'PATCH', path: '/media/{id}', may: 'pieces.change', summary: 'Describe a picture', tag })
    .input(z.object({ id: Id, altText: Prose(2000) }))
    .output(Media),
}
