import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation, todayOfOrganisation } from '#server/features/organisation/index.ts'
import { isoWeeks, targetOf, type Week } from '../domain/channels/weeks.ts'
import type { ChoiceInput } from '../input.ts'
import { selectChoices, type TargetRow } from './store.ts'
import { postsBetween, type CountedPost } from './store-posts.ts'

/**
 * Target against planned and published by ISO week, in the organisation's time zone: for every platform that has a channel plan or
 * posts. With a channel, only its posts and the targets that name it or the whole platform.
 */
export function readRhythm(kernel: Kernel, { organisationId }: Actor, input: ChoiceInput<'rhythm'>) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { time_zone: timeZone } = await readOrganisation(db, organisationId)
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const weeks = isoWeeks(input.from ?? today, input.weeks, timeZone, today)
    const [first, last] = [weeks[0], weeks.at(-1)]
    if (first === undefined || last === undefined) return { platforms: [] }
    const { channelId } = input
    const posts = await postsBetween(db, organisationId, { from: first.from, to: last.to, channelId })
    const choices = await selectChoices(db, organisationId, sql`c.removed_at is null`)
    const connected = await connectedChannels(db, organisationId)
    const platformOfChannel = connected.find(({ id }) => id === channelId)?.platform
    const names = [
      ...new Set([
        ...choices.filter(({ targets }) => targets.length > 0).map(({ platform }) => platform),
        ...posts.map(({ platform }) => platform),
      ]),
    ].filter((platform) => channelId === undefined || platform === platformOfChannel)
    return {
      platforms: names.sort().map((platform) => {
        const choice = choices.find((one) => one.platform === platform)
        const targets = (choice?.targets ?? []).filter(
          ({ channel_id: own }) => channelId === undefined || own === null || own === channelId,
        )
        const own = posts.filter((post) => post.platform === platform)
        return {
          platform,
          choiceId: choice?.id ?? null,
          channels: connected.filter((channel) => channel.platform === platform).length,
          weeks: weeks.map((week) => ({ ...shownWeek(week), ...shareOf(week, targets, own) })),
          people: peopleOf(targets).map((person) => ({
            person: { id: person.id, name: person.name },
            weeks: weeks.map((week) =>
              shareOf(
                week,
                targets.filter(({ owner_id: owner }) => owner === person.id),
                own.filter((post) => post.written_by === person.id),
              ),
            ),
          })),
        }
      }),
    }
  })
}

function connectedChannels(db: Db, organisationId: string): Promise<{ id: string; platform: string }[]> {
  return db
    .selectFrom('publishing_channels')
    .select(['id', 'platform'])
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'disconnected')
    .execute()
}

function shownWeek({ startsOn, endsOn, week, when }: Week) {
  return { startsOn, endsOn, week, when }
}

function shareOf(week: Week, targets: readonly TargetRow[], posts: readonly CountedPost[]) {
  const inside = posts.filter(({ at }) => at >= week.from && at < week.to)
  return {
    target: targetOf(
      week,
      targets.map((target) => ({
        postsPerWeek: target.posts_per_week,
        startsOn: target.starts_on,
        endsOn: target.ends_on,
      })),
    ),
    planned: inside.filter(({ kind }) => kind === 'planned').length,
    published: inside.filter(({ kind }) => kind === 'published').length,
  }
}

/** Whoever answers for a target, each once. */
function peopleOf(targets: readonly TargetRow[]): { id: string; name: string }[] {
  const people = new Map<string, string>()
  for (const { owner_id: id, owner_name: name } of targets) if (id !== null && name !== null) people.set(id, name)
  return [...people].map(([id, name]) => ({ id, name }))
}
