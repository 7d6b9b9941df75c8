import pg from 'pg'
import { expect, it } from 'vitest'
import { cloneDatabase } from './database.ts'

it('gives each caller a database of its own, also when many ask at once', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => cloneDatabase()))
  const names = await Promise.all(
    databases.map(async ({ connection }) => {
      const client = new pg.Client(connection)
      await client.connect()
      await client.query('create table only_here (number integer)')
      const answer = await client.query<{ current_database: string }>('select current_database()')
      await client.end()
      return answer.rows[0]?.current_database
    }),
  )
  expect(new Set(names).size).toBe(6)
  await Promise.all(databases.map((database) => database.drop()))
})

it('drops a database that somebody is still connected to', async () => {
  const database = await cloneDatabase()
  const client = new pg.Client(database.connection)
  client.on('error', () => undefined)
  await client.connect()
  await database.drop()
  await expect(new pg.Client(database.connection).connect()).rejects.toThrow('does not exist')
})
