import { randomBytes } from 'node:crypto'
import { KEY_BYTES, sealWith, unsealWith } from './seal.ts'

/**
 * Keeps secrets in two layers: each organisation has a data key, which is stored sealed by the installation key. All of
 * its functions throw CannotUnseal where something cannot be opened.
 */
export interface Keyring {
  /** A fresh data key, sealed and ready to be stored. */
  readonly newDataKey: () => string
  /** The data key itself; keep it in memory only. */
  readonly open: (sealedDataKey: string) => Buffer
  /** Seals an existing data key by this installation key. */
  readonly sealDataKey: (dataKey: Buffer) => string
  /** Seals a secret. `context` names its owner (such as `channel:<id>`), so that it cannot be moved to another. */
  readonly seal: (dataKey: Buffer, plaintext: string | Uint8Array, context: string) => string
  readonly unseal: (dataKey: Buffer, sealed: string, context: string) => Buffer
}

const DATA_KEY_CONTEXT = 'data-key'

/** A keyring of this installation. `installationKey` has 32 bytes. */
export function createKeyring({ installationKey }: { readonly installationKey: Buffer }): Keyring {
  const sealDataKey = (dataKey: Buffer): string => sealWith(installationKey, dataKey, DATA_KEY_CONTEXT)
  return {
    newDataKey: () => sealDataKey(randomBytes(KEY_BYTES)),
    open: (sealedDataKey) => unsealWith(installationKey, sealedDataKey, DATA_KEY_CONTEXT),
    sealDataKey,
    seal: sealWith,
    unseal: unsealWith,
  }
}

/** Moves a data key under another installation key. Secrets sealed with the data key stay as they are. */
export function resealDataKey(sealedDataKey: string, { from, to }: { from: Keyring; to: Keyring }): string {
  return to.sealDataKey(from.open(sealedDataKey))
}
