import { CannotStart } from '#server/kernel/cannot-start.ts'
import type { Config } from '#server/kernel/config.ts'
import type { Verified } from '../archive/verify-archive.ts'
import { opensDataKeys } from '../key/open-data-keys.ts'
import { keyFileOf, readKeyFile } from '../key/replace-key-file.ts'

export type KeyChoice =
  /** The key that is here is the right one. */
  | { readonly kind: 'at-hand' }
  /** The archive brings it, and it takes the place of the key file. */
  | { readonly kind: 'from-archive'; readonly key: Buffer }
  /** Nobody has it any more: what it sealed is given up. */
  | { readonly kind: 'lost' }

/**
 * Which installation key opens the secrets in an archive, decided before anything is changed. Throws CannotStart where none
 * does and it was not said that the key is lost.
 */
export async function chooseKey(config: Config, { head, key }: Verified, keyLost: boolean): Promise<KeyChoice> {
  const sealed = head.organisations.map((organisation) => organisation.dataKey)
  const atHand = config.installationKey ?? (await readKeyFile(config.dataFolder))
  if (sealed.length === 0 || (atHand !== null && opensDataKeys(atHand, sealed))) return { kind: 'at-hand' }
  if (key !== null && opensDataKeys(key, sealed)) {
    if (config.installationKey === null) return { kind: 'from-archive', key }
    throw new CannotStart(
      'TUTTI_KEY is not the key that sealed the secrets in this back-up, but the archive brings it. ' +
        'Unset TUTTI_KEY, or set it to the text of the entry "key" in the archive. Nothing was changed.',
    )
  }
  if (keyLost) return { kind: 'lost' }
  throw new CannotStart(wrongKey(config, atHand !== null))
}

function wrongKey(config: Config, found: boolean): string {
  const file = keyFileOf(config.dataFolder)
  const what =
    config.installationKey !== null
      ? 'TUTTI_KEY is not the key that sealed the secrets in this back-up. Set it to the key of the installation that was backed up'
      : `${found ? `The key in ${file} is not the one that sealed the secrets in this back-up` : 'The key that sealed the secrets in this back-up is missing'}. Put the key file of the installation that was backed up to ${file} (mode 600)`
  return (
    `${what}, then restore again. Nothing was changed.\n` +
    'If that key is lost for good, add --key-lost: everything else is restored, channels have to be connected again, and second factors are turned off.'
  )
}
