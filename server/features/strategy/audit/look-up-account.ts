import { LOOK_UP_PLATFORMS } from '#contract/audit-records.ts'
import { Refusal } from '#contract/refusal.ts'
import { systemActor, type Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { rhythmOf } from '../domain/audit/rhythm.ts'
import { keepReading } from './add-reading.ts'
import { demandUnit } from './check-account.ts'
import { findAccount, holdAccount, readShown } from './hold-account.ts'
import { lookUpProfile } from './profiles/look-up.ts'
import { plainLine, webAddress } from './profiles/plain-line.ts'
import type { Found, Problem } from './profiles/profile.ts'
import { titleOf, type ShownAccount } from './show-account.ts'
import { updateAccount } from './store-accounts.ts'

/**
 * Looks the public profile of an account up, without signing in, and keeps what it shows as a reading. Why nothing could be read
 * is remembered with the account and refused (`look-up.*`). No transaction is open while the platform is asked.
 */
export async function lookUpAccount(kernel: Kernel, actor: Actor, id: string): Promise<ShownAccount> {
  const { organisationId } = actor
  const { platform, handle, url } = await kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await findAccount(db, organisationId, id)
    await demandUnit(db, actor, row.unit_id)
    return row
  })
  const { outbound, clock, config } = kernel
  const result = await lookUpProfile({ outbound, clock, blueskyProfiles: config.blueskyProfiles }, platform, {
    handle,
    url,
  })
  if (result.kind === 'problem') {
    if (result.code !== 'look-up.not-possible') await rememberProblem(kernel, actor, id, result)
    throw new Refusal(result.code)
  }
  return keepFound(kernel, actor, id, result)
}

/** A problem that stands already is not told again. */
async function rememberProblem(kernel: Kernel, actor: Actor, id: string, { code }: Problem): Promise<void> {
  const { organisationId } = actor
  await change(kernel, actor, async ({ db, record }) => {
    const row = await holdAccount(db, organisationId, id)
    await updateAccount(db, organisationId, id, { lookup_problem: code, looked_up_at: kernel.clock.now() })
    if (row.lookup_problem === code) return
    record({
      verb: 'account.not-read',
      subject: { type: 'account', id, title: titleOf(row) },
      before: { lookUpProblem: row.lookup_problem },
      after: { lookUpProblem: code },
    })
  })
}

function keepFound(kernel: Kernel, actor: Actor, id: string, { profile }: Found): Promise<ShownAccount> {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return change(kernel, actor, async (work) => {
    const row = await holdAccount(work.db, organisationId, id)
    const rhythm = profile.recent === null ? null : rhythmOf(profile.recent.posts, now, profile.recent.complete)
    await updateAccount(work.db, organisationId, id, {
      looked_up_at: now,
      lookup_problem: null,
      // What a person wrote stays.
      ...(row.name === '' ? { name: plainLine(profile.name, 200) } : {}),
      ...(row.url === '' && profile.url !== null ? { url: webAddress(profile.url) } : {}),
    })
    await keepReading(kernel, work, row, {
      source: 'looked-up',
      followers: profile.followers,
      following: profile.following,
      posts: profile.posts,
      posts_per_week: rhythm?.postsPerWeek ?? null,
      interactions_per_post: rhythm?.interactionsPerPost ?? null,
      posts_seen: rhythm?.postsSeen ?? null,
      days_seen: rhythm?.daysSeen ?? null,
      last_post_at: rhythm?.lastPostAt ?? null,
      has_picture: profile.hasPicture,
      has_text: profile.hasText,
      has_link: profile.hasLink,
      is_verified: profile.isVerified,
    })
    return readShown(work.db, kernel.clock, organisationId, id)
  })
}

const WEEK_MS = 7 * 86_400_000

/** Once a week, looks every account up that can be, so that readings become a history. One that fails does not keep the others from it. */
export async function lookUpAllAccounts(kernel: Kernel): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').where('sample', '=', false).execute(),
  )
  // A little less than a week, so that the next run a week later finds it due.
  const before = new Date(kernel.clock.now().getTime() - WEEK_MS + 3_600_000)
  for (const { organisation_id: organisationId } of organisations) {
    const due = await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .selectFrom('strategy_accounts')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('removed_at', 'is', null)
        .where('platform', 'in', [...LOOK_UP_PLATFORMS])
        .where((is) => is.or([is('looked_up_at', 'is', null), is('looked_up_at', '<', before)]))
        .orderBy('id')
        .execute(),
    )
    for (const { id } of due)
      await lookUpAccount(kernel, systemActor(organisationId), id).catch((error: unknown) => {
        if (!(error instanceof Refusal))
          kernel.log.warn({ err: error, account: id }, 'an account could not be looked up')
      })
  }
}
