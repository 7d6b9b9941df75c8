import pg from 'pg'
import { inject } from 'vitest'

/** What `pg` needs to connect. */
export interface TestConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface TestDatabase {
  /** Connects as the owner of everything. */
  readonly connection: TestConnection
  /** Removes the database, and ends connections that are still open. */
  readonly drop: () => Promise<void>
}

/**
 * A migrated, otherwise empty database of its own for a test or a file of tests: a copy of the template that the global
 * set-up made. Any number may be asked for at the same time.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { database: template, ...server } = inject('database')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const connection = { ...server, database: name }
  await asAdministrator(server, `create database ${name} template ${template}`)
  return {
    connection,
    drop: () => asAdministrator(server, `drop database if exists ${name} with (force)`),
  }
}

async function asAdministrator(server: Omit<TestConnection, 'database'>, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
