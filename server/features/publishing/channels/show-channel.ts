import { z } from 'zod'
import { PlatformDescription } from '#contract/platforms.ts'
import type { CHANNEL_STATES } from '#contract/publishing.ts'
import type { Risk } from '#contract/workflows.ts'
import type { ChannelRow } from './store.ts'

/** A channel as the contract describes it; its secrets are not in it. */
export function showChannel(row: ChannelRow, planned: number) {
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    handle: row.handle,
    url: row.url,
    state: row.state as (typeof CHANNEL_STATES)[number],
    timeZone: row.time_zone,
    unitId: row.unit_id,
    risk: row.risk as Risk,
    settings: z.record(z.string(), z.string()).parse(row.settings),
    description: PlatformDescription.parse(row.description),
    health: { checkedAt: row.checked_at?.toISOString() ?? null, problem: row.problem, words: row.problem_words },
    planned,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}
