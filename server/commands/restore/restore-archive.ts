import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { migrate } from '#server/kernel/database/migrate.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { Verified } from '../archive/verify-archive.ts'
import { asOwner } from '../as-owner.ts'
import { keyFileOf, replaceKeyFile, writeKeyFile } from '../key/replace-key-file.ts'
import { recordEvents } from '../record-events.ts'
import type { KeyChoice } from './choose-key.ts'
import { giveUpSecrets } from './give-up-secrets.ts'
import { loadArchive } from './load-archive.ts'
import { openTables, setSequences } from './open-tables.ts'
import { prepareSchema } from './prepare-schema.ts'
import { settleDeliveries, type SettledDeliveries } from './settle-deliveries.ts'

export interface RestoreTarget {
  readonly connection: pg.ClientConfig
  readonly dataFolder: string
  readonly installationKey: Buffer
  readonly key: KeyChoice
  /** The archive's last migration. */
  readonly last: string
  readonly hold: boolean
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

export interface Restored {
  readonly deliveries: SettledDeliveries
  /** Organisations whose chain of events did not hold when it was backed up, with the first wrong position. */
  readonly broken: readonly { readonly name: string; readonly position: string }[]
}

/**
 * Restores a verified archive into a fresh installation: everything or nothing. Throws CannotStart where the installation is
 * in use. Broken off at any moment, it leaves an installation that is still fresh.
 */
export async function restoreArchive(target: RestoreTarget, archive: Verified): Promise<Restored> {
  await prepareSchema(target.connection, target.last)
  if (target.key.kind === 'from-archive') await placeKey(target, target.key.key)
  target.say('Loading ...')
  const restored = await asOwner(target.connection, async (client) => {
    const tables = await openTables(client, archive.manifest)
    await loadArchive(client, archive, {
      files: join(target.dataFolder, 'files'),
      say: target.say,
      signal: target.signal,
    })
    await setSequences(client, archive.manifest.sequences)
    await tables.close()
    target.say('Checking the record of events ...')
    const broken = await findBroken(client)
    if (target.key.kind === 'lost') await giveUpSecrets(client, target.installationKey)
    const deliveries = await settleDeliveries(client, target.hold)
    await recordRestore(client, archive, target)
    target.signal.throwIfAborted()
    return { broken, deliveries }
  })
  const applied = await migrate(target.connection)
  if (applied.length > 0) target.say(`Brought up to this version: ${applied.join(', ')}`)
  await asOwner(target.connection, (client) => client.query('analyze'))
  return restored
}

/** Takes the key from the archive: on a fresh installation nothing depends on the one that is there. */
async function placeKey({ dataFolder, say }: RestoreTarget, key: Buffer): Promise<void> {
  const draft = `${keyFileOf(dataFolder)}.restored`
  await rm(draft, { force: true })
  await writeKeyFile(draft, key)
  const old = await replaceKeyFile(dataFolder, draft, systemClock.now())
  say(
    `The installation key came from the archive. ${old === null ? '' : `The one that was here is kept as ${old}.`}`.trimEnd(),
  )
}

async function findBroken(client: pg.Client): Promise<{ name: string; position: string }[]> {
  const { rows } = await client.query<{ name: string; position: string }>(
    'select * from (select name, broken_event(organisation_id)::text as position from organisations) checked where position is not null',
  )
  return rows
}

async function recordRestore(client: pg.Client, { head }: Verified, { hold, key }: RestoreTarget): Promise<void> {
  for (const { id, name } of head.organisations) {
    const after = { backedUpAt: head.createdAt, held: hold, keyLost: key.kind === 'lost' }
    await recordEvents(client, id, [
      { verb: 'organisation.restored', subject: { type: 'organisation', id, title: name }, after },
    ])
  }
}
