import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Change } from '#server/kernel/events/change.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AuditInput } from '../input.ts'
import { demandUnit } from './check-account.ts'
import { holdAccount, readShown } from './hold-account.ts'
import { titleOf } from './show-account.ts'
import type { AccountRow } from './store-accounts.ts'
import { insertReading } from './store-readings.ts'

/** Writes down what somebody saw. Refuses a reading that says nothing, and a last post of the future. */
export function addReading(kernel: Kernel, actor: Actor, { id, ...seen }: AuditInput<'addReading'>) {
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    const row = await holdAccount(work.db, organisationId, id)
    await demandUnit(work.db, actor, row.unit_id)
    if (Object.values(seen).every((value) => value === null || value === undefined))
      throw new Refusal('request.invalid', {}, [{ path: 'followers', code: 'text.empty' }])
    // Noon, so that the day is the same in every zone near by.
    const lastPostAt = seen.lastPostOn === null || seen.lastPostOn === undefined ? null : noonOf(seen.lastPostOn)
    if (lastPostAt !== null && lastPostAt.getTime() > kernel.clock.now().getTime() + 86_400_000)
      throw new Refusal('request.invalid', {}, [{ path: 'lastPostOn', code: 'time.too-far' }])
    await keepReading(kernel, work, row, {
      source: 'entered',
      followers: seen.followers ?? null,
      following: seen.following ?? null,
      posts: seen.posts ?? null,
      posts_per_week: seen.postsPerWeek ?? null,
      interactions_per_post: seen.interactionsPerPost ?? null,
      last_post_at: lastPostAt,
      has_picture: seen.hasPicture ?? null,
      has_text: seen.hasText ?? null,
      has_link: seen.hasLink ?? null,
      is_verified: seen.isVerified ?? null,
    })
    return readShown(work.db, kernel.clock, organisationId, id)
  })
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

type ReadingColumns = Omit<Parameters<typeof insertReading>[1], 'organisation_id' | 'account_id' | 'id' | 'at'>

/** Keeps a reading of now, with its event. */
export async function keepReading(
  kernel: Kernel,
  { db, record }: Change,
  row: AccountRow,
  columns: ReadingColumns,
): Promise<void> {
  await insertReading(db, {
    organisation_id: row.organisation_id,
    account_id: row.id,
    id: kernel.clock.newId(),
    at: kernel.clock.now(),
    ...columns,
  })
  record({
    verb: 'account.read',
    subject: { type: 'account', id: row.id, title: titleOf(row) },
    before: null,
    after: {
      source: columns.source,
      followers: columns.followers ?? null,
      postsPerWeek: columns.posts_per_week ?? null,
      interactionsPerPost: columns.interactions_per_post ?? null,
    },
  })
}
