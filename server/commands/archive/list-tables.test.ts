import pg from 'pg'
import { expect, it } from 'vitest'
import { cloneDatabase } from '#test/database.ts'
import { fullName } from './format.ts'
import { inLoadOrder, listTables } from './list-tables.ts'

const table = (name: string, ...refersTo: string[]) => ({
  schema: 'public',
  name,
  columns: ['id'],
  refersTo: refersTo.map((other) => `public.${other}`),
})

it('puts a table after those it refers to, and sorts equals by name', () => {
  const sorted = inLoadOrder([table('a', 'c'), table('b'), table('c', 'b'), table('d')])
  expect(sorted.map((each) => each.name)).toEqual(['b', 'c', 'a', 'd'])
})

it('says which tables refer to each other in a circle', () => {
  expect(() => inLoadOrder([table('a', 'b'), table('b', 'a'), table('c')])).toThrow('public.a, public.b')
})

it('finds an order for all tables that there are, with every column that can be written', async () => {
  const database = await cloneDatabase()
  const client = new pg.Client(database.connection)
  await client.connect()
  const names = (await listTables(client)).map(fullName)
  await client.end()
  await database.drop()
  expect(names.length).toBeGreaterThan(30)
  expect(names.indexOf('public.organisations')).toBeLessThan(names.indexOf('public.publishing_posts'))
  expect(names.indexOf('public.publishing_posts')).toBeLessThan(names.indexOf('public.publishing_deliveries'))
  expect(names.filter((name) => name.startsWith('pgboss') || name === 'public.publishing_workers')).toEqual([])
})
