import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newInstallationKey, parseInstallationKey } from '#server/kernel/secrets/installation-key.ts'
import { createKeyring } from '#server/kernel/secrets/keyring.ts'
import { signInSecret } from '#server/kernel/session/sign-in-secret.ts'
import { createCommandWorld, found, type CommandWorld } from './command-world.ts'
import { readKeyFile } from './key/replace-key-file.ts'
import { rotateKey } from './key/rotate-key.ts'

let world: CommandWorld
beforeEach(async () => {
  world = await createCommandWorld()
  await found(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const fileKey = async () => (await readKeyFile(world.folder)) ?? Buffer.alloc(0)
const dataKey = async (installationKey: Buffer) => {
  const [row] = await world.query<{ key: string }>('select data_key as key from organisations')
  return createKeyring({ installationKey })
    .open(row?.key ?? '')
    .toString('hex')
}

it('seals the same data key and second factor with a new key, and keeps the old one', async () => {
  const old = await fileKey()
  const before = await dataKey(old)
  const secret = await symmetricEncrypt({ key: signInSecret(old), data: 'JBSWY3DP' })
  await world.query(
    `insert into identity."twoFactor" (id, secret, "backupCodes", "userId") select gen_random_uuid(), $1, $1, id from identity."user"`,
    [secret],
  )
  await rotateKey(world.terminal(), {})
  const fresh = await fileKey()
  expect(fresh.equals(old)).toBe(false)
  expect(await dataKey(fresh)).toBe(before)
  const [row] = await world.query<{ secret: string; codes: string }>(
    'select secret, "backupCodes" as codes from identity."twoFactor"',
  )
  const open = (data = '') => symmetricDecrypt({ key: signInSecret(fresh), data })
  expect([await open(row?.secret), await open(row?.codes)]).toEqual(['JBSWY3DP', 'JBSWY3DP'])
  const kept = (await readdir(world.folder)).filter((name) => name.startsWith('key'))
  expect(kept).toEqual(['key', expect.stringMatching(/^key\.old-2\d{3}-\d{2}-\d{2}T/)])
  for (const name of kept) expect((await stat(join(world.folder, name))).mode & 0o777).toBe(0o600)
  expect(parseInstallationKey(await readFile(join(world.folder, kept[1] ?? ''), 'utf8'))?.equals(old)).toBe(true)
})

it('goes on where it was cut short after sealing', async () => {
  const before = await dataKey(await fileKey())
  const next = parseInstallationKey(newInstallationKey()) ?? Buffer.alloc(0)
  await writeFile(join(world.folder, 'key.new'), `${next.toString('base64')}\n`, { mode: 0o600 })
  const [row] = await world.query<{ key: string }>('select data_key as key from organisations')
  const moved = createKeyring({ installationKey: next }).sealDataKey(
    createKeyring({ installationKey: await fileKey() }).open(row?.key ?? ''),
  )
  await world.query('update organisations set data_key = $1', [moved])
  const terminal = world.terminal()
  await rotateKey(terminal, {})
  expect((await fileKey()).equals(next)).toBe(true)
  expect(await dataKey(next)).toBe(before)
  expect(terminal.said.join()).toContain('already')
})

it('refuses with TUTTI_KEY unless a file for the new one is named', async () => {
  const key = (await fileKey()).toString('base64')
  await expect(rotateKey(world.terminal('', { TUTTI_KEY: key }), {})).rejects.toThrow('--new-key-file')
  const before = await dataKey(await fileKey())
  const terminal = world.terminal('', { TUTTI_KEY: key })
  const file = join(world.folder, 'elsewhere')
  await rotateKey(terminal, { newKeyFile: file })
  expect(await dataKey(parseInstallationKey(await readFile(file, 'utf8')) ?? Buffer.alloc(0))).toBe(before)
  expect(terminal.printed.join()).toContain(`The new key is in ${file}. Set TUTTI_KEY`)
})

it('refuses while a worker is at it, and with a key that opens nothing', async () => {
  await world.query(`insert into publishing_workers (id, started_at, beat_at) values (gen_random_uuid(), now(), now())`)
  await expect(rotateKey(world.terminal(), {})).rejects.toThrow('A server works on this database')
  await world.query('delete from publishing_workers')
  const before = await dataKey(await fileKey())
  const stranger = { TUTTI_KEY: newInstallationKey() }
  await expect(rotateKey(world.terminal('', stranger), { newKeyFile: join(world.folder, 'x') })).rejects.toThrow(
    'does not open the data keys',
  )
  expect(await dataKey(await fileKey())).toBe(before)
})
