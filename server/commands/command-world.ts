import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { createFileStore, type StoredFile } from '#server/kernel/files/store.ts'
import { cloneDatabase, type TestConnection } from '#test/database.ts'
import { setup } from './setup.ts'
import type { Surroundings } from './surroundings.ts'

export const PASSWORD = 'harbour-violin-42-cloud'
export const EMAIL = 'ada@example.org'

/** What a command printed and said. */
export interface Terminal extends Surroundings {
  readonly printed: string[]
  readonly said: string[]
}

/** An installation for commands to work on: a database and a data folder of its own. */
export interface CommandWorld extends AsyncDisposable {
  readonly connection: TestConnection
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly terminal: (input?: string, env?: Readonly<Record<string, string>>) => Terminal
  /** As the owner, in a transaction of its own. */
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
}

/** A fresh installation, in the given database where one is named (which is then not removed). */
export async function createCommandWorld(given?: TestConnection): Promise<CommandWorld> {
  const database = given === undefined ? await cloneDatabase() : { connection: given, drop: async () => undefined }
  const { connection } = database
  const folder = await mkdtemp(join(tmpdir(), 'tutti-commands-'))
  const env = { TUTTI_DATA: folder, DATABASE_URL: addressOf(connection), TUTTI_LOG_LEVEL: 'error' }
  return {
    connection,
    folder,
    env,
    terminal: (input = '', more = {}) => terminal({ ...env, ...more }, input),
    query: (text, values) => query(connection, text, values),
    [Symbol.asyncDispose]: async () => {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function query<Row extends pg.QueryResultRow>(
  connection: TestConnection,
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The address of a database as DATABASE_URL has it; its socket's folder stands in the query. */
export function addressOf({ host, port, user, password, database }: TestConnection): string {
  const query = new URLSearchParams({ host, port: String(port) })
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?${query}`
}

/** A terminal that keeps what was written to it, with this on its standard input. */
export function terminal(env: Readonly<Record<string, string>>, input: string): Terminal {
  const printed: string[] = []
  const said: string[] = []
  return {
    env,
    printed,
    said,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
    input: Readable.from([input]),
    interruptible: (work) => work(new AbortController().signal),
  }
}

/** Founds the organisation of this world. Returns its id. */
export async function found(world: CommandWorld): Promise<string> {
  await setup(world.terminal(), { organisation: 'Kavrela Coffee', name: 'Ada Admin', email: EMAIL, password: PASSWORD })
  const [row] = await world.query<{ id: string }>('select organisation_id as id from organisations')
  if (row === undefined) throw new Error('nothing was founded')
  return row.id
}

/**
 * Something in many tables: a channel, `posts` posts with deliveries due from an hour from now on, events, and two stored
 * pictures. Returns the organisation's id.
 */
export async function furnish(world: CommandWorld, posts = 20): Promise<string> {
  const id = await found(world)
  const store = createFileStore(join(world.folder, 'files'))
  for (const content of ['a picture', 'ein zweites Bild']) {
    const { name, bytes } = await store.put(id, Buffer.from(content), { mostBytes: 1000 })
    await world.query(
      `insert into content_media (organisation_id, id, name, type, width, height, bytes, file, created_at) values ($1, gen_random_uuid(), 'Bild ☕', 'image/png', 1, 1, $2, $3, now())`,
      [id, bytes, name],
    )
  }
  await world.query(
    `with channel as (
       insert into publishing_channels (organisation_id, id, platform, name, handle, url, state, time_zone, settings, credentials, description, created_at)
       values ($1, gen_random_uuid(), 'newsroom', 'Newsroom', 'n', 'http://n', 'connected', 'Europe/Istanbul', '{}', 'sealed', '{"a": [1, null, "ş"]}', now()) returning id
     ), posts as (
       insert into publishing_posts (organisation_id, id, channel_id, text, planned_at, time_zone, created_at)
       select $1, gen_random_uuid(), channel.id, 'Post ' || n || repeat(' çay', n % 50), now() + interval '1 hour' + n * interval '1 minute', 'Europe/Istanbul', now()
       from channel, generate_series(1, $2::int) n returning id, channel_id, planned_at
     )
     insert into publishing_deliveries (organisation_id, id, post_id, channel_id, state, due_at, next_at, token, content_hash, message)
     select $1, gen_random_uuid(), id, channel_id, 'planned', planned_at, planned_at, id::text, md5(id::text), '{"parts": []}' from posts`,
    [id, posts],
  )
  await world.query(
    `insert into strategy_goals (organisation_id, id, title, kpi, baseline, target, starts_on, due_on, created_at) values ($1, gen_random_uuid(), E'A\\tgoal\\n\\\\.', 'x', -0.000001, 999999999999999.999999, '2026-01-01', '2026-12-31', now())`,
    [id],
  )
  await world.query(
    `select append_events($1, jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'at', now(), 'actor_kind', 'system', 'actor_name', 'T', 'verb', 'post.created', 'subject_type', 'post', 'subject_id', gen_random_uuid()))) from generate_series(1, 30)`,
    [id],
  )
  return id
}

/** Every stored file of this world. */
export async function storedFiles(world: CommandWorld): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for await (const file of createFileStore(join(world.folder, 'files')).list()) files.push(file)
  return files
}

/** A fingerprint of the rows of every table, by its name; beside it the number of rows. */
export async function fingerprints(world: CommandWorld): Promise<Record<string, string>> {
  const tables = await world.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') and tablename <> 'publishing_workers'`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await world.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    )
    found[name] = row?.print ?? ''
  }
  return found
}
