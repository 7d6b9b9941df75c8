import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate, readMigrations } from '#server/kernel/database/migrate.ts'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'
import { backup } from './backup.ts'
import { createCommandWorld, fingerprints, found, furnish } from './command-world.ts'
import { restore } from './restore.ts'

const plain = { hold: false, keyLost: false } as const

/** Where Debian and its relatives put it; elsewhere this is not run. */
const OLDER_POSTGRES = process.env['TUTTI_TEST_OLDER_POSTGRES_BINARIES'] ?? '/usr/lib/postgresql/15/bin'

it('restores an archive of an older version and brings it up to this one', async () => {
  const [last, before] = (await readMigrations()).map(({ name }) => name).reverse()
  await using world = await createCommandWorld()
  const database = `older${crypto.randomUUID().replaceAll('-', '')}`
  await world.query(`create database ${database}`)
  const connection = { ...world.connection, database }
  await migrate(connection, before)
  const older = await createCommandWorld(connection)
  await older.query(
    `insert into identity."user" (id, name, email) values ('00000000-0000-7000-8000-000000000001', 'Ada', 'ada@example.org')`,
  )
  const archive = join(world.folder, 'older.tar.gz')
  await backup(older.terminal(), archive, { withKey: false })
  await older[Symbol.asyncDispose]()

  const copy = world
  const wasFull = await copy.query('select from installation.migrations where name = $1', [last])
  const restored = restore(copy.terminal(), archive, plain)
  await cleanup(restored, () => world.query(`drop database ${database} with (force)`))
  expect(wasFull).toHaveLength(1)
  expect(await copy.query('select name from identity."user"')).toEqual([{ name: 'Ada' }])
  expect(await copy.query('select name from installation.migrations order by name desc limit 1')).toEqual([
    { name: last },
  ])
  await using pristine = await createCommandWorld()
  const columns = `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as columns from information_schema.columns where table_schema in ('public', 'identity') group by 1 order by 1`
  expect(await copy.query(columns)).toEqual(await pristine.query(columns))
  const roles = `select table_name, string_agg(privilege_type, ',' order by privilege_type) as rights from information_schema.role_table_grants where grantee = 'tutti_server' and table_schema in ('public', 'identity') group by 1 order by 1`
  expect(await copy.query(roles)).toEqual(await pristine.query(roles))
})

it('refuses an archive of a newer version', async () => {
  await using newer = await createCommandWorld()
  await found(newer)
  await newer.query(`insert into installation.migrations (name, hash) values ('9999_of_tomorrow.sql', repeat('0', 64))`)
  const archive = join(newer.folder, 'newer.tar.gz')
  await backup(newer.terminal(), archive, { withKey: false })
  await using copy = await createCommandWorld()
  await cp(join(newer.folder, 'key'), join(copy.folder, 'key'))
  await expect(restore(copy.terminal(), archive, plain)).rejects.toThrow(
    /made by a newer Tutti .*9999_of_tomorrow.*Nothing was changed/,
  )
})

it('refuses an archive whose migrations are others than these', async () => {
  await using other = await createCommandWorld()
  await found(other)
  await other.query(`update installation.migrations set hash = repeat('0', 64) where name like '0001%'`)
  const archive = join(other.folder, 'other.tar.gz')
  await backup(other.terminal(), archive, { withKey: false })
  await using copy = await createCommandWorld()
  await expect(restore(copy.terminal(), archive, plain)).rejects.toThrow('with another 0001_')
})

it.runIf(existsSync(join(OLDER_POSTGRES, 'initdb')))(
  'restores into an older major version of PostgreSQL, and back',
  async () => {
    await using world = await createCommandWorld()
    await furnish(world)
    const archive = join(world.folder, 'backup.tar.gz')
    await backup(world.terminal(), archive, { withKey: true })
    const folder = await mkdtemp(join(tmpdir(), 'tutti-older-'))
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const embedded = await startEmbedded({ folder, binaries: OLDER_POSTGRES, durable: false, log })
    const copy = await createCommandWorld(embedded.connection)
    const test = (async () => {
      await restore(copy.terminal(), archive, plain)
      const before = await fingerprints(world)
      const after = await fingerprints(copy)
      const same = Object.keys(before).filter((name) => after[name] === before[name])
      expect(
        Object.keys(before)
          .filter((name) => !same.includes(name))
          .sort(),
      ).toEqual(['public.event_heads', 'public.events'])
      const again = join(copy.folder, 'again.tar.gz')
      await backup(copy.terminal(), again, { withKey: true })
      await using back = await createCommandWorld()
      await restore(back.terminal(), again, plain)
      expect((await fingerprints(back))['public.publishing_deliveries']).toBe(before['public.publishing_deliveries'])
    })()
    await cleanup(test, async () => {
      await copy[Symbol.asyncDispose]()
      await embedded.close()
      await rm(folder, { recursive: true, force: true })
    })
  },
)

async function cleanup(test: Promise<unknown>, after: () => Promise<unknown>): Promise<void> {
  try {
    await test
  } finally {
    await after()
  }
}
