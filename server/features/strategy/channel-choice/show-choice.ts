import { sql } from 'kysely'
import type { z } from 'zod'
import type { Choice } from '#contract/channel-choice.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { smallestFlip } from '../domain/channels/flip.ts'
import { rank, type Weights } from '../domain/channels/score.ts'
import { lockChoices, readWeights, selectChoices, type ChoiceRow } from './store.ts'

export type ShownChoice = z.infer<typeof Choice>

/** All that is up for choice, ranked under weights. */
export interface Picture {
  readonly weights: Weights
  readonly weightsVersion: number
  readonly items: ShownChoice[]
  readonly rows: ReadonlyMap<string, ChoiceRow>
}

/** The whole choice: platforms by score, each with what would put the next one before it. */
export async function readPicture(db: Db, organisationId: string): Promise<Picture> {
  const rows = await selectChoices(db, organisationId, sql`c.removed_at is null`)
  const { weights, version } = await readWeights(db, organisationId)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ranked = rank(
    rows.map(({ id, points }) => ({ key: id, points })),
    weights,
  )
  const items = ranked.flatMap(({ key, ...scored }, place): ShownChoice[] => {
    const row = byId.get(key)
    const next = byId.get(ranked[place + 1]?.key ?? '')
    if (row === undefined) return []
    const flip = next === undefined ? null : smallestFlip(row.points, next.points, weights)
    return [
      {
        ...showRow(row),
        ...scored,
        flip: flip === null || next === undefined ? null : { ...flip, platform: next.platform },
      },
    ]
  })
  return { weights, weightsVersion: version, items, rows: byId }
}

function showRow(row: ChoiceRow): Omit<ShownChoice, 'score' | 'place' | 'adds' | 'missing' | 'flip'> {
  return {
    id: row.id,
    platform: row.platform,
    points: row.points,
    reasons: row.reasons,
    decision: row.decision,
    reason: row.reason,
    reviewOn: row.review_on,
    decidedBy: named(row.decided_by, row.decided_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedOn: row.decided_on,
    targets: row.targets.map((target) => ({
      id: target.id,
      postsPerWeek: target.posts_per_week,
      channel: named(target.channel_id, target.channel_name),
      owner: named(target.owner_id, target.owner_name),
      startsOn: target.starts_on,
      endsOn: target.ends_on,
    })),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name }
}

/** One of those up for choice, with the picture it stands in. Refuses `record.not-found`. */
export async function findChoice(db: Db, organisationId: string, id: string) {
  const picture = await readPicture(db, organisationId)
  const shown = picture.items.find((item) => item.id === id)
  const row = picture.rows.get(id)
  if (shown === undefined || row === undefined) throw new Refusal('record.not-found')
  return { picture, shown, row }
}

/** The same, with the choice held for the change that follows. */
export async function holdChoice(db: Db, organisationId: string, id: string) {
  await lockChoices(db, organisationId)
  return findChoice(db, organisationId, id)
}

/** What an event says of a choice. */
export function choiceFacts({ platform, points, reasons, decision, reason, review_on: reviewOn }: ChoiceRow) {
  return { platform, points, reasons, decision, reason, reviewOn }
}

/** What an event says of a channel plan. */
export function targetFacts(row: ChoiceRow) {
  return {
    targets: row.targets.map((target) => ({
      postsPerWeek: target.posts_per_week,
      channelId: target.channel_id,
      ownerId: target.owner_id,
      startsOn: target.starts_on,
      endsOn: target.ends_on,
    })),
  }
}
