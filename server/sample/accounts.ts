import { CRITERIA, USUAL_WEIGHTS } from '#contract/channel-criteria.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { ACCOUNTS, CHOICES, COMPETITORS, SWOT } from './accounts-story.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  readonly people: ReadonlyMap<string, string>
  readonly channels: Readonly<Record<'tr' | 'dach', string>>
}

const DAY_MS = 86_400_000
/** Weekly readings: enough for a line, and for what was won in four weeks. */
const READINGS = 10

/** The sample's audit: accounts of its own and of two competitors with ten weeks of readings, and a SWOT that rests on them. */
export async function plantAccounts(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId: organisation_id, now, language, people } = ground
  const at = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const word = ([english, turkish]: readonly [string, string]) => (language === 'tr' ? turkish : english)
  const ids = new Map<string, string>()
  for (const name of COMPETITORS) ids.set(name, kernel.clock.newId())
  await db
    .insertInto('strategy_competitors')
    .values(COMPETITORS.map((name) => ({ organisation_id, id: ids.get(name) ?? '', name, created_at: at(75) })))
    .execute()
  const addresses = await db
    .selectFrom('publishing_channels')
    .select(['id', 'url'])
    .where('organisation_id', '=', organisation_id)
    .execute()
  const addressOf = new Map(addresses.map(({ id, url }) => [id, url]))
  for (const account of ACCOUNTS) {
    const channelId = account.channel === undefined ? null : ground.channels[account.channel]
    const id = kernel.clock.newId()
    if (!ids.has(account.handle)) ids.set(account.handle, id)
    await db
      .insertInto('strategy_accounts')
      .values({
        organisation_id,
        id,
        platform: account.platform,
        handle: account.handle,
        handle_key: account.handle.toLowerCase(),
        url: account.url ?? addressOf.get(channelId ?? '') ?? '',
        name: account.name,
        state: account.state ?? 'owned',
        competitor_id: account.competitor === undefined ? null : (ids.get(account.competitor) ?? null),
        channel_id: channelId,
        holder_id: account.holder === undefined ? null : (people.get(account.holder) ?? null),
        holder_words: account.holderWords === undefined ? '' : word(account.holderWords),
        notes: account.notes === undefined ? '' : word(account.notes),
        source: account.channel === undefined ? 'entered' : 'channel',
        created_at: at(72),
      })
      .execute()
    const [followers, aWeek, posts, interactions] = account.figures ?? [0, 0, '0', null]
    const [picture, text, link, verified] = account.profile ?? [null, null, null, null]
    const weeks = Array.from({ length: READINGS }, (_, week) => READINGS - 1 - week)
    await db
      .insertInto('strategy_account_readings')
      .values(
        weeks.map((week) => ({
          organisation_id,
          account_id: id,
          id: kernel.clock.newId(),
          at: at(7 * week + 1),
          source: 'entered',
          followers: Math.max(0, followers - aWeek * week),
          posts_per_week: posts,
          interactions_per_post: interactions,
          last_post_at: at(7 * week + (account.lastPost ?? 3)),
          has_picture: picture,
          has_text: text,
          has_link: link,
          is_verified: verified,
        })),
      )
      .execute()
  }
  await db
    .insertInto('strategy_swot')
    .values(
      SWOT.map(({ quadrant, text, rests }) => ({
        organisation_id,
        id: kernel.clock.newId(),
        quadrant,
        text: word(text),
        evidence: JSON.stringify(rests.map((handle) => ({ kind: 'account', id: ids.get(handle) ?? null, url: null }))),
        created_at: at(60),
      })),
    )
    .execute()
}

/** The sample's channel choice: points, decisions with the picture they were taken on, and plans that run since. */
export async function plantChoices(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId: organisation_id, now, language, people, channels } = ground
  const at = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const word = ([english, turkish]: readonly [string, string]) => (language === 'tr' ? turkish : english)
  const scores = CHOICES.map(({ points }) => scoreOf(points))
  for (const [place, choice] of CHOICES.entries()) {
    const id = kernel.clock.newId()
    const score = scores[place] ?? 0
    const decided = choice.decided === undefined ? null : at(choice.decided)
    const why = Object.entries(choice.why ?? {}).map(([criterion, text]) => [criterion, word(text)])
    const decidedOn = {
      score,
      place: 1 + scores.filter((other) => other > score).length,
      of: CHOICES.length,
      weights: USUAL_WEIGHTS,
    }
    await db
      .insertInto('strategy_channel_choices')
      .values({
        organisation_id,
        id,
        platform: choice.platform,
        points: JSON.stringify(Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, choice.points[at]]))),
        reasons: JSON.stringify(Object.fromEntries(why)),
        decision: choice.decision ?? null,
        reason: choice.reason === undefined ? '' : word(choice.reason),
        decided_by: decided === null ? null : (people.get('Deniz Korkut') ?? null),
        decided_at: decided,
        decided_on: decided === null ? null : JSON.stringify(decidedOn),
        created_at: at(72),
      })
      .execute()
    const targets = choice.targets ?? []
    if (targets.length > 0)
      await db
        .insertInto('strategy_channel_targets')
        .values(
          targets.map(({ posts, owner, channel }) => ({
            organisation_id,
            choice_id: id,
            id: kernel.clock.newId(),
            posts_per_week: posts,
            owner_id: people.get(owner) ?? null,
            channel_id: channel === undefined ? null : channels[channel],
            starts_on: at(choice.decided ?? 0)
              .toISOString()
              .slice(0, 10),
          })),
        )
        .execute()
  }
}

/** The score under the usual weights, as the choice itself computes it: of the last three criteria more points are worse. */
function scoreOf(points: readonly number[]): number {
  const weights = CRITERIA.map((criterion) => USUAL_WEIGHTS[criterion])
  const worth = points.map((given, at) => (at < 3 ? given : 5 - given))
  const sum = worth.reduce((total, one, at) => total + one * (weights[at] ?? 0), 0)
  return Math.round((1000 * sum) / (5 * weights.reduce((total, weight) => total + weight, 0))) / 10
}
