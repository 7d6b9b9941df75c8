import pg from 'pg'
import type { TestConnection } from '../database.ts'

export interface SeedPlace {
  readonly connection: TestConnection
  readonly organisationId: string
  readonly channelId: string
}

const MESSAGE = `jsonb_build_object('parts', jsonb_build_array(jsonb_build_object('text', 'Seeded post ' || n || ' of run ' || $4, 'pictures', '[]'::jsonb)), 'title', null, 'summary', null, 'language', null, 'contentWarning', null, 'visibility', null)`

/** Puts planned posts in, spread evenly between two instants: as many rows as real use would leave, by one statement. */
export async function seedPosts(
  { connection, organisationId, channelId }: SeedPlace,
  count: number,
  from: Date,
  to: Date,
  run: string,
): Promise<void> {
  await asOwner(connection, async (client) => {
    await client.query(
      `with made as (
        select n, gen_random_uuid() as post, gen_random_uuid() as delivery, $5::timestamptz + ($6::timestamptz - $5::timestamptz) * (n::float8 / $3) as due from generate_series(0, $3::int - 1) n),
      posts as (
        insert into publishing_posts (organisation_id, id, channel_id, text, planned_at, time_zone, created_at)
        select $1::uuid, post, $2::uuid, 'Seeded post ' || n || ' of run ' || $4, due at time zone 'UTC', 'UTC', now() from made returning 1)
      insert into publishing_deliveries (organisation_id, id, post_id, channel_id, state, due_at, next_at, token, content_hash, message)
      select $1::uuid, delivery, post, $2::uuid, 'planned', due, due, post::text, 'seed', ${MESSAGE} from made`,
      [organisationId, channelId, count, run, from, to],
    )
    // As planning through the API does: workers hear of it.
    await client.query(`select pg_notify('tutti_deliveries', '')`)
  })
}

/** Keeps the planner's figures true after seeding, as autovacuum would. */
export async function analyse(connection: TestConnection): Promise<void> {
  await asOwner(connection, (client) => client.query('analyze'))
}

/** Works as the owner, past row-level security, as back-up does. */
export async function asOwner<T>(connection: TestConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`set app.maintenance = 'on'`)
    return await work(client)
  } finally {
    await client.end()
  }
}
