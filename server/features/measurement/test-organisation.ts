import { UNBOUND } from '#server/kernel/facts.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { readConfig } from '#server/kernel/config.ts'
import { openDatabase } from '#server/kernel/database/database.ts'
import { createLog } from '#server/kernel/log.ts'
import { cloneDatabase } from '#test/database.ts'
import { v7 } from 'uuid'
import type { Needs } from './needs.ts'

export interface TestWorld {
  readonly kernel: Needs
  /** Sets the clock that everything goes by. */
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

/** A database of its own, as the server opens it, with a clock that stands still. */
export async function openTestWorld(now: string): Promise<TestWorld> {
  const clone = await cloneDatabase()
  const database = await openDatabase({ connection: clone.connection, most: 6 })
  let time = new Date(now)
  const clock: Clock = { now: () => new Date(time), newId: () => v7() }
  return {
    kernel: {
      config: readConfig({ TUTTI_URL: 'https://social.example.org' }),
      clock,
      database,
      log: createLog('silent'),
    },
    setNow: (instant) => void (time = new Date(instant)),
    close: async () => {
      await database.close()
      await clone.drop()
    },
  }
}

export interface PostFields {
  readonly title?: string | null
  readonly text?: string
  readonly channelId: string
  readonly campaignId?: string | null
  readonly pieceId?: string | null
  readonly state?: string
  readonly dueAt?: string
  readonly publishedAt?: string | null
}

/** One organisation, and ways to give it the records of earlier rooms that measurement reads. */
export async function addOrganisation({ kernel }: TestWorld, { zone = 'UTC', currency = 'EUR' } = {}) {
  const id = v7()
  const { database, clock } = kernel
  const inside: typeof database.inOrganisation = (_, work) => database.inOrganisation(id, work)
  const created = { organisation_id: id, created_at: clock.now() }
  await inside(id, (db) =>
    db
      .insertInto('organisations')
      .values({ ...created, name: 'Kavrela', slug: id, time_zone: zone, currency, data_key: 'k' })
      .execute(),
  )
  const actor: Actor = {
    kind: 'api-key',
    id: v7(),
    personId: null,
    name: 'Shop',
    organisationId: id,
    role: 'manager',
    scopes: null,
    facts: UNBOUND,
    language: 'en',
    timeZone: zone,
    sessionId: null,
  }
  const add = async (work: (own: string) => Promise<unknown>) => {
    const own = v7()
    await work(own)
    return own
  }
  return {
    id,
    actor,
    inside: <T>(work: Parameters<typeof database.inOrganisation<T>>[1]) => database.inOrganisation(id, work),
    addPerson: (name: string) =>
      add(async (own) => {
        await database.identity
          .insertInto('identity.user')
          .values({ id: own, name, email: `${own}@example.org` })
          .execute()
        await inside(id, (db) =>
          db
            .insertInto('organisation_people')
            .values({ ...created, id: own, user_id: own, name, email: `${own}@example.org`, role: 'manager' })
            .execute(),
        )
      }),
    addObjective: (title: string, ownerId: string | null = null) =>
      add((own) =>
        inside(id, (db) =>
          db
            .insertInto('strategy_objectives')
            .values({
              ...created,
              id: own,
              title,
              perspective: 'financial',
              starts_on: '2026-01-01',
              ends_on: '2026-12-31',
              owner_id: ownerId,
            })
            .execute(),
        ),
      ),
    addGoal: (fields: {
      title?: string
      kpi?: string
      baseline?: string
      target?: string
      startsOn?: string
      dueOn?: string
      objectiveIds?: string[]
    }) =>
      add((own) =>
        inside(id, async (db) => {
          const {
            title = 'Goal',
            kpi = 'clicks',
            baseline = '0',
            target = '100',
            startsOn = '2026-10-01',
            dueOn = '2026-12-30',
          } = fields
          await db
            .insertInto('strategy_goals')
            .values({ ...created, id: own, title, kpi, baseline, target, starts_on: startsOn, due_on: dueOn })
            .execute()
          for (const objective of fields.objectiveIds ?? [])
            await db
              .insertInto('strategy_goal_objectives')
              .values({ organisation_id: id, goal_id: own, objective_id: objective })
              .execute()
        }),
      ),
    addCampaign: (title: string, goalIds: string[] = []) =>
      add((own) =>
        inside(id, async (db) => {
          await db
            .insertInto('content_campaigns')
            .values({ ...created, id: own, title, starts_on: '2026-10-01', ends_on: '2026-12-31' })
            .execute()
          for (const goal of goalIds)
            await db
              .insertInto('content_campaign_goals')
              .values({ organisation_id: id, campaign_id: own, goal_id: goal })
              .execute()
        }),
      ),
    addPiece: (title: string, campaignId: string | null = null) =>
      add((own) =>
        inside(id, (db) =>
          db
            .insertInto('content_pieces')
            .values({ ...created, id: own, title, campaign_id: campaignId, changed_at: clock.now() })
            .execute(),
        ),
      ),
    addChannel: (name: string, fields: { platform?: string; state?: string } = {}) =>
      add((own) =>
        inside(id, (db) =>
          db
            .insertInto('publishing_channels')
            .values({
              ...created,
              id: own,
              name,
              platform: fields.platform ?? 'mastodon',
              handle: '@k',
              url: 'https://m.example',
              state: fields.state ?? 'connected',
              time_zone: zone,
              settings: '{}',
              description: '{}',
            })
            .execute(),
        ),
      ),
    addPost: (fields: PostFields) =>
      add((own) =>
        inside(id, async (db) => {
          const {
            publishedAt = null,
            state = publishedAt === null ? 'planned' : 'published',
            dueAt = publishedAt ?? '2026-11-22T12:00:00Z',
          } = fields
          await db
            .insertInto('publishing_posts')
            .values({
              ...created,
              id: own,
              channel_id: fields.channelId,
              piece_id: fields.pieceId ?? null,
              campaign_id: fields.campaignId ?? null,
              title: fields.title ?? null,
              text: fields.text ?? 'Words',
              planned_at: '2026-11-22 12:00',
              time_zone: zone,
            })
            .execute()
          await db
            .insertInto('publishing_deliveries')
            .values({
              organisation_id: id,
              id: v7(),
              post_id: own,
              channel_id: fields.channelId,
              state,
              due_at: dueAt,
              token: own,
              content_hash: '',
              message: '{}',
              published_at: publishedAt,
            })
            .execute()
        }),
      ),
    /** So many clicks of as many visitors, at one instant, on a link of the post that is made for them. */
    addClicks: (postId: string | null, at: string, count: number, robot = false) =>
      inside(id, async (db) => {
        const link = v7()
        await db
          .insertInto('measurement_links')
          .values({ ...created, id: link, code: link.slice(-12), target: 'https://shop.example', post_id: postId })
          .execute()
        const ids = Array.from({ length: count }, () => v7())
        await db
          .insertInto('measurement_clicks')
          .values(
            ids.map((own) => ({
              organisation_id: id,
              id: own,
              link_id: link,
              post_id: postId,
              at,
              visitor: own,
              robot,
            })),
          )
          .execute()
        return { link, clicks: ids }
      }),
  }
}

export type TestOrganisation = Awaited<ReturnType<typeof addOrganisation>>
