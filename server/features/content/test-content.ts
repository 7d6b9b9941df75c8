import { createRouterClient } from '@orpc/server'
import sharp from 'sharp'
import type { PlatformDescription } from '#contract/platforms.ts'
import { strategyRoutes } from '#server/features/strategy/index.ts'
import { NO_PORTS, openTestRooms, requestOf, type TestRooms } from '#server/features/strategy/test-organisation.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { contentRoutes } from './http.ts'
import { countCampaignsOfGoals } from './index.ts'
import type { ChannelReference } from './ports.ts'

const description: PlatformDescription = {
  id: 'network',
  name: 'Network',
  kind: 'social-network',
  text: { unit: 'graphemes', limit: 100, byteLimit: null, linkLength: null },
  title: null,
  markup: 'plain',
  pictures: { most: 2, types: ['image/png'], mostBytes: 1_000_000, altTextLimit: 1000 },
  threads: true,
  edits: false,
  deletes: true,
  contentWarning: true,
  visibilities: [],
  lookUp: 'none',
  metrics: [],
  settings: [],
  authorises: false,
}

/** Two channels of the organisation that acts; nobody else has any. */
export const CHANNELS: readonly ChannelReference[] = [
  { id: '018f0000-0000-7000-8000-00000000000a', name: 'Network', platform: 'network', description },
  {
    id: '018f0000-0000-7000-8000-00000000000b',
    name: 'Newsroom',
    platform: 'newsroom',
    description: {
      ...description,
      id: 'newsroom',
      kind: 'owned',
      title: { required: true, limit: 100 },
      markup: 'markdown',
      text: { unit: 'unlimited', limit: null, byteLimit: null, linkLength: null },
    },
  },
]

/** Content as people reach it, input and answers through the contract, with posts and channels that a test sets. */
export async function openContent(mostUploadBytes = 1_000_000) {
  const rooms: TestRooms = await openTestRooms('2026-11-22T10:00:00Z', { mostUploadBytes })
  const posts = new Map<string, number>()
  const ports = {
    channel: async (_db: unknown, id: string) => CHANNELS.find((channel) => channel.id === id) ?? null,
    postsOf: async (_db: unknown, of: { pieceId?: string; campaignId?: string }) =>
      posts.get(of.pieceId ?? of.campaignId ?? '') ?? 0,
  }
  return {
    rooms,
    posts,
    content: (actor: Actor, ifMatch: number | null = null) =>
      createRouterClient(contentRoutes(rooms.kernel, ports), { context: requestOf(actor, ifMatch) }),
    strategy: (actor: Actor) =>
      createRouterClient(strategyRoutes(rooms.kernel, { ...NO_PORTS, campaignsOf: countCampaignsOfGoals }), {
        context: requestOf(actor),
      }),
  }
}

/** A real picture as a browser would send it. */
export async function pictureFile(name = 'red.png', { width = 40, height = 30 } = {}): Promise<File> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .png()
    .toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' })
}
