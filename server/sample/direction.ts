import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { DIRECTION, GOALS, OBJECTIVES } from './story.ts'
import { calledIn } from './turkish.ts'

interface Ground {
  readonly organisationId: string
  readonly people: ReadonlyMap<string, string>
  readonly language: 'en' | 'tr'
  readonly now: Date
}

const DAY_MS = 86_400_000

/** The day so many days from now, as `YYYY-MM-DD` (UTC). */
export function day(now: Date, offset: number): string {
  return new Date(now.getTime() + offset * DAY_MS).toISOString().slice(0, 10)
}

/** Vision, mission and values, the objectives below them and the goals that serve those. Answers the goals by their key. */
export async function plantDirection(
  kernel: Kernel,
  db: Db,
  { organisationId, people, language, now }: Ground,
): Promise<ReadonlyMap<string, string>> {
  await db
    .insertInto('strategy_directions')
    .values({
      organisation_id: organisationId,
      vision: calledIn(language, DIRECTION.vision),
      mission: calledIn(language, DIRECTION.mission),
      values_held: calledIn(language, DIRECTION.values),
      changed_at: now,
      changed_by: people.get('Deniz Korkut') ?? null,
    })
    .execute()
  const objectives = new Map<string, string>()
  for (const { key, title, perspective, description } of OBJECTIVES) {
    const id = kernel.clock.newId()
    objectives.set(key, id)
    await db
      .insertInto('strategy_objectives')
      .values({
        organisation_id: organisationId,
        id,
        title,
        description,
        perspective,
        starts_on: day(now, -180),
        ends_on: day(now, 185),
        owner_id: people.get('Deniz Korkut') ?? null,
        created_at: new Date(now.getTime() - 180 * DAY_MS),
      })
      .execute()
  }
  const goals = new Map<string, string>()
  for (const { key, title, kpi, baseline, target, serves } of GOALS) {
    const id = kernel.clock.newId()
    goals.set(key, id)
    await db
      .insertInto('strategy_goals')
      .values({
        organisation_id: organisationId,
        id,
        title,
        kpi,
        baseline,
        target,
        starts_on: day(now, -178),
        due_on: day(now, 90),
        owner_id: people.get('Anke Moll') ?? null,
        created_at: new Date(now.getTime() - 178 * DAY_MS),
      })
      .execute()
    for (const served of serves)
      await db
        .insertInto('strategy_goal_objectives')
        .values({ organisation_id: organisationId, goal_id: id, objective_id: objectives.get(served) ?? '' })
        .execute()
  }
  return goals
}
