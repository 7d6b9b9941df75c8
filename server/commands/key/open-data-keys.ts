import { createKeyring } from '#server/kernel/secrets/keyring.ts'
import { CannotUnseal } from '#server/kernel/secrets/seal.ts'

/** Whether this installation key opens every one of these sealed data keys. */
export function opensDataKeys(installationKey: Buffer, sealed: readonly string[]): boolean {
  const keyring = createKeyring({ installationKey })
  try {
    for (const each of sealed) keyring.open(each)
    return true
  } catch (error) {
    if (error instanceof CannotUnseal) return false
    throw error
  }
}
