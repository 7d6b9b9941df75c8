import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Place {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  readonly people: ReadonlyMap<string, string>
  readonly channelId: string
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const WORDS = {
  en: {
    reason: 'Earthquake near Elazığ. Nothing goes out until we know more.',
    note: 'Everybody is well. We go on, quietly.',
    drill: 'Quarterly drill',
  },
  tr: {
    reason: 'Elazığ yakınlarında deprem. Daha fazlasını öğrenene kadar hiçbir şey çıkmıyor.',
    note: 'Herkes iyi. Sessizce devam ediyoruz.',
    drill: 'Üç aylık tatbikat',
  },
} as const

/** A stop of six weeks ago whose posts were moved by a few hours, and the drill after it. */
export async function plantStops(
  kernel: Kernel,
  db: Db,
  { organisationId, now, language, people, channelId }: Place,
): Promise<void> {
  const words = WORDS[language]
  const unit = await db
    .selectFrom('organisation_units')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'region')
    .where('country', '=', 'TR')
    .executeTakeFirst()
  const { rows: posts } = await sql<{ delivery_id: string; post_id: string; due_at: Date }>`
    select id as delivery_id, post_id, due_at from publishing_deliveries
    where organisation_id = ${organisationId} and channel_id = ${channelId} and state = 'published' and due_at < ${new Date(now.getTime() - 40 * DAY_MS)}
    order by due_at desc limit 3`.execute(db)
  const first = posts.at(-1)
  if (unit === undefined || first === undefined) return
  const workers = [kernel.clock.newId(), kernel.clock.newId()]
  const [stopId, drillId] = [kernel.clock.newId(), kernel.clock.newId()]
  const began = new Date(first.due_at.getTime() - HOUR_MS)
  const lifted = new Date((posts[0]?.due_at.getTime() ?? 0) + HOUR_MS)
  const drilled = new Date(now.getTime() - 12 * DAY_MS)
  const stop = { organisation_id: organisationId, workers }
  await db
    .insertInto('governance_stops')
    .values([
      {
        ...stop,
        id: stopId,
        scope_kind: 'unit',
        scope_id: unit.id,
        scope_name: unit.name,
        drill: false,
        reason: words.reason,
        started_by: people.get('Burcu Tezel') ?? null,
        started_by_name: 'Burcu Tezel',
        started_at: began,
        lifted_by_name: 'Deniz Korkut',
        lifted_at: lifted,
        lift_note: words.note,
      },
      {
        ...stop,
        id: drillId,
        scope_kind: 'organisation',
        scope_name: 'Kavrela Coffee',
        drill: true,
        reason: words.drill,
        started_by: people.get('Deniz Korkut') ?? null,
        started_by_name: 'Deniz Korkut',
        started_at: drilled,
        lifted_by_name: 'Tutti',
        lifted_at: new Date(drilled.getTime() + 60),
        lift_note: '',
      },
    ])
    .execute()
  await db
    .insertInto('governance_stop_items')
    .values(
      posts.map(({ delivery_id, post_id, due_at: at }) => ({
        organisation_id: organisationId,
        stop_id: stopId,
        delivery_id,
        post_id,
        kind: 'held',
        at,
        decision: 'move',
        decided_by_name: 'Deniz Korkut',
        decided_at: lifted,
      })),
    )
    .execute()
  const heard = [stopId, drillId].flatMap((stop_id) =>
    workers.map((worker_id, place) => ({
      organisation_id: organisationId,
      stop_id,
      worker_id,
      after_ms: 12 + 23 * place,
    })),
  )
  await db.insertInto('governance_stop_acknowledgements').values(heard).execute()
}
