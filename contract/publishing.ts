import { z } from 'zod'
import { VariantPart } from './content.ts'
import { Gone, Id, Instant, Line, Page, PageRequest, Prose, TimeZone } from './kinds.ts'
import { PlatformDescription } from './platforms.ts'
import { CalendarPost, Channel, Check, DeliveryState, Post } from './publishing-records.ts'
import { route } from './route.ts'
import { Risk } from './workflows.ts'

const tag = 'Publishing'
const ById = z.object({ id: Id })
const Settings = z.record(z.string().max(60), z.string().max(4000))

export * from './publishing-records.ts'

const MediaReference = z.union([
  Id.transform((id) => ({ id, altText: undefined })),
  z.object({ id: Id, altText: Prose(2000).optional() }),
])
/** Wall-clock time in the zone (`2026-11-24T09:00`), or an instant with offset, which is turned into it. */
export const PlannedAt = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/, { error: 'time.not-a-time' })
const PostFields = z.object({
  channelId: Id,
  pieceId: Id.nullable().optional(),
  campaignId: Id.nullable().optional(),
  /** Whom it speaks to, in place of the audiences of its campaign; empty: those of its campaign. */
  audienceIds: z.array(Id).max(20).optional(),
  title: Line(300).nullable().optional(),
  text: Prose(50_000),
  thread: z.array(VariantPart).max(49).optional(),
  media: z.array(MediaReference).max(20).optional(),
  contentWarning: Line(500).nullable().optional(),
  visibility: z.string().max(40).nullable().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable()
    .optional(),
  trackLinks: z.boolean().optional(),
  plannedAt: PlannedAt,
  timeZone: TimeZone,
})

export const publishing = {
  platforms: route({
    method: 'GET',
    path: '/platforms',
    may: 'channels.read',
    summary: 'Platforms and what each can do',
    tag,
  }).output(z.object({ items: z.array(PlatformDescription) })),
  channels: route({ method: 'GET', path: '/channels', may: 'channels.read', summary: 'Connected channels', tag })
    .input(PageRequest)
    .output(Page(Channel)),
  channel: route({ method: 'GET', path: '/channels/{id}', may: 'channels.read', summary: 'One channel', tag })
    .input(ById)
    .output(Channel),
  createChannel: route({
    method: 'POST',
    path: '/channels',
    may: 'channels.change',
    summary: 'Connect a channel; the connection is tested first',
    tag,
    status: 201,
  })
    .input(
      z.object({
        platform: z.string().max(60),
        name: Line(120),
        settings: Settings.default({}),
        timeZone: TimeZone.optional(),
      }),
    )
    .output(Channel),
  changeChannel: route({
    method: 'PATCH',
    path: '/channels/{id}',
    may: 'channels.change',
    summary: 'Rename, pause or reconnect a channel',
    tag,
  })
    .input(
      z.object({
        id: Id,
        name: Line(120).optional(),
        timeZone: TimeZone.optional(),
        paused: z.boolean().optional(),
        unitId: Id.nullable().optional(),
        risk: Risk.optional(),
        settings: Settings.optional(),
      }),
    )
    .output(Channel),
  removeChannel: route({
    method: 'DELETE',
    path: '/channels/{id}',
    may: 'channels.change',
    summary: 'Disconnect a channel: its tokens are erased, its history stays',
    tag,
  })
    .input(ById)
    .output(Gone),
  inspectChannel: route({
    method: 'POST',
    path: '/channels/{id}/inspection',
    may: 'channels.change',
    summary: 'Ask the platform whether the connection still works',
    tag,
  })
    .input(ById)
    .output(Channel),
  authoriseChannel: route({
    method: 'POST',
    path: '/channel-authorisations',
    may: 'channels.change',
    summary: 'Begin connecting by signing in at the platform',
    tag,
    status: 201,
  })
    .input(
      z.object({
        platform: z.string().max(60),
        name: Line(120),
        settings: Settings.default({}),
        timeZone: TimeZone.optional(),
        channelId: Id.optional(),
      }),
    )
    .output(z.object({ url: z.string() })),
  posts: route({ method: 'GET', path: '/posts', may: 'posts.read', summary: 'Posts, latest plan first', tag })
    .input(
      PageRequest.extend({
        channelId: Id.optional(),
        campaignId: Id.optional(),
        pieceId: Id.optional(),
        state: DeliveryState.optional(),
      }),
    )
    .output(Page(Post)),
  post: route({ method: 'GET', path: '/posts/{id}', may: 'posts.read', summary: 'One post with its delivery', tag })
    .input(ById)
    .output(Post),
  createPost: route({
    method: 'POST',
    path: '/posts',
    may: 'posts.change',
    summary: 'Plan a post on a channel',
    tag,
    status: 201,
  })
    .input(PostFields)
    .output(Post),
  changePost: route({
    method: 'PATCH',
    path: '/posts/{id}',
    may: 'posts.change',
    summary: 'Change or move a post that has not gone out',
    tag,
  })
    .input(PostFields.omit({ channelId: true }).partial().extend({ id: Id }))
    .output(Post),
  cancelPost: route({
    method: 'DELETE',
    path: '/posts/{id}',
    may: 'posts.change',
    summary: 'Cancel a post that has not gone out',
    tag,
  })
    .input(ById)
    .output(Post),
  restorePost: route({
    method: 'POST',
    path: '/posts/{id}/restoration',
    may: 'posts.change',
    summary: 'Plan a cancelled post again at its time',
    tag,
  })
    .input(ById)
    .output(Post),
  removePost: route({
    method: 'POST',
    path: '/posts/{id}/removal',
    may: 'posts.change',
    summary: 'Delete a published post on its platform',
    tag,
  })
    .input(ById)
    .output(Post),
  retryDelivery: route({
    method: 'POST',
    path: '/posts/{id}/deliveries/retry',
    may: 'posts.change',
    summary: 'Send again; only after it failed or a person settled that it is not out',
    tag,
  })
    .input(ById)
    .output(Post),
  deliveries: route({ method: 'GET', path: '/deliveries', may: 'posts.read', summary: 'The delivery ledger', tag })
    .input(PageRequest.extend({ state: DeliveryState.optional(), from: Instant.optional(), to: Instant.optional() }))
    .output(Page(Post).extend({ counts: z.partialRecord(DeliveryState, z.number().int()) })),
  settleDelivery: route({
    method: 'POST',
    path: '/deliveries/{id}/settlement',
    may: 'deliveries.settle',
    summary: 'Say whether an unknown delivery is out there',
    tag,
  })
    .input(
      z.object({
        id: Id,
        outcome: z.enum(['published', 'not-published']),
        url: z
          .url({ protocol: /^https?$/ })
          .nullable()
          .optional(),
      }),
    )
    .output(Post),
  check: route({
    method: 'POST',
    path: '/checks',
    question: true,
    may: 'content.read',
    summary: 'Count and check a text for channels as it is typed',
    tag,
  })
    .input(
      z.object({
        channelIds: z.array(Id).min(1).max(50),
        parts: z
          .array(
            z.object({
              text: Prose(50_000),
              media: z
                .array(z.object({ altText: z.string().max(5000), type: z.string().max(60).optional() }))
                .max(50)
                .default([]),
            }),
          )
          .min(1)
          .max(50),
        title: z.string().max(1000).nullable().optional(),
        contentWarning: z.string().max(1000).nullable().optional(),
        trackLinks: z.boolean().optional(),
        /** For the rules of brand and region: in which language, for which campaign, and when it is to go out. */
        language: z
          .string()
          .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
          .nullable()
          .optional(),
        campaignId: Id.nullable().optional(),
        plannedAt: PlannedAt.nullable().optional(),
      }),
    )
    .output(z.object({ items: z.array(Check) })),
  calendar: route({
    method: 'GET',
    path: '/calendar',
    may: 'posts.read',
    summary: 'Posts and campaigns between two instants, at most 100 days',
    tag,
  })
    .input(z.object({ from: Instant, to: Instant, channelId: Id.optional() }))
    .output(
      z.object({
        posts: z.array(CalendarPost),
        /** The channels of these posts. */
        channels: z.array(z.object({ id: Id, name: z.string(), platform: z.string() })),
        campaigns: z.array(z.object({ id: Id, title: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() })),
        /** Those campaigns of these posts that serve a goal: posts of no other lead anywhere. */
        campaignsWithGoal: z.array(Id),
        truncated: z.boolean(),
      }),
    ),
}
