import { sql } from 'kysely'
import { fileHeld } from '#server/features/governance/index.ts'
import { systemActor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { appendEvents, type NewEvent } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { markNeedsReconnecting } from '../channels/mark-needs-reconnecting.ts'
import { storableWords } from '../domain/platform-words.ts'
import type { PublishingPorts } from '../ports.ts'
import { takenByOthers } from './build-job.ts'
import type { Carried } from './carry-out.ts'

/**
 * Writes what came of deliveries of one organisation, together with their attempts and events, in one transaction. A result
 * whose delivery was taken over meanwhile (its fence has moved) is dropped.
 */
export async function settleCarried(
  kernel: Kernel,
  ports: PublishingPorts,
  organisationId: string,
  results: readonly Carried[],
): Promise<void> {
  const now = kernel.clock.now()
  await kernel.database.inOrganisation(organisationId, async (db) => {
    const checked: Carried[] = []
    for (const one of results) checked.push(await refuseTaken(db, one))
    const written = await writeResults(db, organisationId, checked, now)
    const mine = checked.filter(({ claim }) => written.has(claim.delivery.id))
    await ports.published(
      db,
      mine.flatMap(({ claim, step }) =>
        step.published === null
          ? []
          : [
              {
                organisationId,
                postId: claim.delivery.post_id,
                channelId: claim.channel.id,
                remoteId: step.published.remoteId,
                publishedAt: now,
                measurable: ports.platforms.get(claim.channel.platform)?.meter !== null,
              },
            ],
      ),
    )
    await fileHeld(
      db,
      organisationId,
      mine.flatMap(({ claim: { delivery }, stops }) =>
        stops === undefined ? [] : [{ deliveryId: delivery.id, postId: delivery.post_id, stops }],
      ),
      now,
    )
    const events = [...(await markChannels(db, mine)), ...mine.flatMap(eventsOf)]
    const actor = systemActor(organisationId)
    await appendEvents(
      db,
      kernel.clock,
      events.map((event) => ({ actor, event })),
    )
  })
}

/**
 * Two deliveries of the same text may be looked up at the same time and find the same post. The channel is locked, the first
 * keeps it, and for the second a person decides.
 */
async function refuseTaken(db: Db, carried: Carried): Promise<Carried> {
  const { claim, step } = carried
  if (claim.kind !== 'look-up' || step.published === null) return carried
  await sql`select pg_advisory_xact_lock(hashtextextended(${claim.channel.id}, 0))`.execute(db)
  const taken = await takenByOthers(db, claim.delivery, [step.published.remoteId])
  if (taken.size === 0) return carried
  return {
    ...carried,
    outcome: 'unclear',
    step: { ...step, state: 'needs-person', published: null, reason: { code: 'answer-lost', words: null } },
  }
}

async function writeResults(
  db: Db,
  organisationId: string,
  results: readonly Carried[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = JSON.stringify(
    results.map(({ claim, step, outcome }) => ({
      id: claim.delivery.id,
      fence: claim.delivery.fence,
      state: step.state,
      next_at: step.nextAt?.toISOString() ?? null,
      reason: step.reason?.code ?? null,
      words: storableWords(step.reason?.words),
      remote_id: step.published?.remoteId ?? null,
      url: step.published?.url ?? null,
      published_at: step.published === null ? null : now.toISOString(),
      candidates: step.candidates.map((candidate) => ({ ...candidate, text: storableWords(candidate.text) ?? '' })),
      outcome,
    })),
  )
  const ids = results.map(({ claim }) => claim.delivery.id)
  const updated = await sql<{ id: string }>`
    with r as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, fence int, state text, next_at timestamptz, reason text, words text, remote_id text, url text, published_at timestamptz, candidates jsonb, outcome text)),
    attempts as (
      update publishing_attempts a set ended_at = ${now}, outcome = r.outcome, reason = r.reason, words = r.words from r
      where a.organisation_id = ${organisationId} and a.delivery_id = any(${ids}::uuid[]) and a.delivery_id = r.id and a.fence = r.fence and a.ended_at is null)
    update publishing_deliveries d set state = r.state, next_at = r.next_at, lease_until = null, reason = r.reason, words = r.words, candidates = r.candidates,
      remote_id = coalesce(r.remote_id, d.remote_id), url = coalesce(r.url, d.url), published_at = coalesce(d.published_at, r.published_at)
    from r where d.organisation_id = ${organisationId} and d.id = any(${ids}::uuid[]) and d.id = r.id and d.fence = r.fence returning d.id`.execute(
    db,
  )
  return new Set(updated.rows.map((row) => row.id))
}

/** Marks the channels whose accounts no longer work. */
async function markChannels(db: Db, results: readonly Carried[]): Promise<NewEvent[]> {
  const broken = new Map(
    results
      .filter(({ outcome }) => outcome === 'reconnect')
      .map(({ claim, step }) => [claim.channel.id, { claim, step }]),
  )
  const events: NewEvent[] = []
  for (const { claim, step } of broken.values())
    events.push(...(await markNeedsReconnecting(db, claim.channel, step.reason)))
  return events
}

const VERBS = {
  published: 'delivery.published',
  failed: 'delivery.failed',
  unknown: 'delivery.became-unknown',
  'needs-person': 'delivery.needs-person',
  held: 'delivery.held',
} as const

/** Only what matters to people becomes an event; each try is in the list of attempts. */
function eventsOf({ claim, step }: Carried): NewEvent[] {
  const verb = step.state in VERBS ? VERBS[step.state as keyof typeof VERBS] : null
  if (verb === null || (step.state === 'unknown' && claim.kind === 'look-up')) return []
  return [
    {
      verb,
      subject: { type: 'delivery', id: claim.delivery.id, title: claim.channel.name },
      before: { state: claim.delivery.state },
      after: {
        state: step.state,
        postId: claim.delivery.post_id,
        url: step.published?.url ?? null,
        reason: step.reason?.code ?? null,
      },
    },
  ]
}
