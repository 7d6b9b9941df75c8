import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { Config } from '#server/kernel/config.ts'
import { newInstallationKey, parseInstallationKey } from '#server/kernel/secrets/installation-key.ts'
import { count } from '../amounts.ts'
import { asOwner } from '../as-owner.ts'
import { refuseWorking } from '../restore/refuse-used.ts'
import type { Surroundings } from '../surroundings.ts'
import { readSettings, withInstallation } from '../with-installation.ts'
import { opensDataKeys } from './open-data-keys.ts'
import { keyFileOf, replaceKeyFile, writeKeyFile } from './replace-key-file.ts'
import { reseal } from './reseal.ts'

/**
 * Replaces the installation key. The new key is on the disk before anything is sealed with it, and takes the old one's place
 * after everything is; run again after it was cut short, it goes on from there. Throws CannotStart where it cannot be done.
 */
export async function rotateKey(
  surroundings: Surroundings,
  { newKeyFile }: { readonly newKeyFile?: string },
): Promise<void> {
  refuseWrongPlace(readSettings(surroundings.env), newKeyFile)
  await withInstallation(surroundings, { beside: false, existing: true }, async ({ config, installation }) => {
    const file = newKeyFile === undefined ? `${keyFileOf(config.dataFolder)}.new` : resolve(newKeyFile)
    const resealed = await asOwner(installation.connection, async (client) => {
      await refuseWorking(client)
      const sealed = await readDataKeys(client)
      const from = installation.installationKey
      const to = await readOrMakeKey(file)
      if (sealed.length > 0 && opensDataKeys(to, sealed)) return null
      if (!opensDataKeys(from, sealed)) {
        throw new CannotStart(
          'The installation key at hand does not open the data keys, so nothing can be sealed anew. Put the right key back first.',
        )
      }
      if (from.equals(to)) throw new CannotStart(`${file} holds the key that is in use. Name another file.`)
      return reseal(client, from, to)
    })
    if (resealed === null) surroundings.say('Everything was sealed with the new key already.')
    else
      surroundings.say(
        `Sealed anew: ${count(resealed.dataKeys, 'data key')}, ${count(resealed.secondFactors, 'second factor')}.`,
      )
    await finish(surroundings, config, file)
  })
}

function refuseWrongPlace(config: Config, newKeyFile: string | undefined): void {
  if (config.installationKey === null && newKeyFile !== undefined) {
    throw new CannotStart(
      `The key is in ${keyFileOf(config.dataFolder)} and is replaced there. Leave --new-key-file out.`,
    )
  }
  if (config.installationKey !== null && newKeyFile === undefined) {
    throw new CannotStart(
      'The key is given in TUTTI_KEY, which this command cannot change. Name a file for the new key with --new-key-file, and set TUTTI_KEY to what is in it afterwards.',
    )
  }
}

async function readDataKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    'select data_key as key from organisations order by organisation_id',
  )
  return rows.map((row) => row.key)
}

async function readOrMakeKey(file: string): Promise<Buffer> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new CannotStart(`${file} cannot be read (${error.code}).`)
  })
  const key = parseInstallationKey(text ?? newInstallationKey())
  if (key === null)
    throw new CannotStart(
      `${file} does not hold 32 bytes in base64. Remove it, or make it with: openssl rand -base64 32`,
    )
  if (text === null) {
    await writeKeyFile(file, key).catch((error: NodeJS.ErrnoException) => {
      throw new CannotStart(`The new key cannot be written to ${file} (${error.code}).`)
    })
  }
  return key
}

async function finish({ print, say }: Surroundings, config: Config, file: string): Promise<void> {
  say('Everybody signs in again from now on.')
  if (config.installationKey !== null) {
    print(
      `The new key is in ${file}. Set TUTTI_KEY to what is in it before you start the server, and keep the old one as long as a back-up needs it.`,
    )
    return
  }
  const old = await replaceKeyFile(config.dataFolder, file, systemClock.now())
  print(
    `The new key is in ${keyFileOf(config.dataFolder)}; back it up now. The old one is kept as ${old ?? 'nothing'}.`,
  )
}
