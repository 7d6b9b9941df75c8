import { CompiledQuery, Kysely, PostgresDialect, PostgresDriver, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'
import { SERVER_ROLE } from './server-role.ts'

export type Tables = DB
export type Db = Transaction<DB>

/** The only way to the tables. Each opens one transaction and closes it: committed when `work` returns, rolled back when it throws. */
export interface Database {
  /** Sees and changes the rows of this organisation, and no others. */
  readonly inOrganisation: <T>(organisationId: string, work: (db: Db) => Promise<T>) => Promise<T>
  /** Sees just the rows that carry this secret or public name (a key's hash, a link's code, a person's id). */
  readonly lookUp: <T>(known: string, work: (db: Db) => Promise<T>) => Promise<T>
  /** Sees which organisations there are and which deliveries wait, nothing of their content. */
  readonly dispatching: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** The tables of the sign-in library, which belong to no organisation. */
  readonly identity: Kysely<DB>
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

export interface DatabaseOptions {
  readonly connection: pg.ClientConfig
  readonly most?: number
}

/** Opens a pool as the server's role. Does not migrate. */
export async function openDatabase({ connection, most = 16 }: DatabaseOptions): Promise<Database> {
  const role = (await hasServerRole(connection)) ? SERVER_ROLE : null
  const pool = new pg.Pool({
    ...connection,
    types: { getTypeParser },
    max: most,
    idleTimeoutMillis: 30_000,
    application_name: 'tutti',
    ...(role === null ? {} : { options: `-c role=${role}` }),
  })
  pool.on('error', () => undefined)
  const identity = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const scoped = new Kysely<DB>({ dialect: new ScopedDialect({ pool }) })
  const within = <T>(setting: string, value: string, work: (db: Db) => Promise<T>) =>
    scoped.transaction().execute(async (db) => {
      await db.executeQuery(beginWith(setting, value))
      return work(db)
    })
  return {
    inOrganisation: (organisationId, work) => within('app.organisation_id', organisationId, work),
    lookUp: (known, work) => within('app.lookup', known, work),
    dispatching: (work) => within('app.dispatch', 'on', work),
    identity,
    pool,
    close: () => identity.destroy(),
  }
}

/** Whose transactions begin with what may be seen in them: `beginWith` has to be their first statement. */
class ScopedDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  constructor({ pool }: { pool: pg.Pool }) {
    super({ pool })
    this.#pool = pool
  }
  override createDriver(): PostgresDriver {
    return new ScopedDriver({ pool: this.#pool })
  }
}

class ScopedDriver extends PostgresDriver {
  override beginTransaction(): Promise<void> {
    return Promise.resolve()
  }
}

/** Begins and says what may be seen in one message: each message costs a wait on both sides. */
function beginWith(setting: string, value: string): CompiledQuery {
  return CompiledQuery.raw(`begin; select set_config(${pg.escapeLiteral(setting)}, ${pg.escapeLiteral(value)}, true)`)
}

const BIGINT = 20
const DATE = 1082
const WALL_CLOCK = 1114

const parserOf: (oid: number) => (value: string) => unknown = pg.types.getTypeParser

/** Dates and wall-clock times stay text, since they are no instants; counts are numbers. Times with zone become `Date`. */
function getTypeParser(oid: number): (value: string) => unknown {
  if (oid === DATE || oid === WALL_CLOCK) return (value: string) => value
  if (oid === BIGINT) return Number
  return parserOf(oid)
}

async function hasServerRole(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ member: boolean }>(
      `select coalesce(bool_or(pg_has_role(current_user, oid, 'member')), false) as member from pg_roles where rolname = $1`,
      [SERVER_ROLE],
    )
    return rows[0]?.member ?? false
  } finally {
    await client.end()
  }
}
