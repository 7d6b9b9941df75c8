import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { AUDIENCES, type SampleAudience, type Said } from './audiences-story.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  readonly people: ReadonlyMap<string, string>
  /** Ids by the keys of campaigns. */
  readonly campaigns: ReadonlyMap<string, string>
}

const DAY_MS = 86_400_000

/** Whom the made-up company speaks to, in the owner's language, and one audience to which nobody speaks yet. */
export async function plantAudiences(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId, campaigns } = ground
  const units = await unitsByName(db, organisationId)
  for (const audience of AUDIENCES) {
    const id = kernel.clock.newId()
    await plantAudience(db, ground, { id, audience })
    const unitId = units.get(audience.region)
    if (unitId !== undefined)
      await db
        .insertInto('strategy_audience_units')
        .values({ organisation_id: organisationId, audience_id: id, unit_id: unitId })
        .execute()
    for (const key of audience.campaigns)
      await db
        .insertInto('content_campaign_audiences')
        .values({ organisation_id: organisationId, campaign_id: campaigns.get(key) ?? '', audience_id: id })
        .execute()
  }
}

async function plantAudience(
  db: Db,
  { organisationId, now, language, people }: Ground,
  { id, audience }: { readonly id: string; readonly audience: SampleAudience },
): Promise<void> {
  const say = (said: Said) => said[language]
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await db
    .insertInto('strategy_audiences')
    .values({
      organisation_id: organisationId,
      id,
      name: say(audience.name),
      description: say(audience.description),
      demographics: say(audience.demographics),
      needs: audience.needs.map(say),
      objections: audience.objections.map(say),
      languages: [...audience.languages],
      places: JSON.stringify(
        audience.places.map(([platform, strength, note]) => ({ platform, strength, note: say(note) })),
      ),
      sources: JSON.stringify(
        audience.sources.map(([title, days]) => ({
          title: say(title),
          url: null,
          foundOn: ago(days).toISOString().slice(0, 10),
          note: '',
        })),
      ),
      created_by: people.get('Deniz Korkut') ?? null,
      created_at: ago(175),
      changed_at: ago(30),
    })
    .execute()
}

async function unitsByName(db: Db, organisationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organisation_units')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.name, row.id]))
}
