import { hkdfSync } from 'node:crypto'

/**
 * What session cookies are signed with and second factors are sealed by: follows from the installation key, so that a
 * new key signs everybody out.
 */
export function signInSecret(installationKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', installationKey, '', 'tutti sign-in', 32)).toString('base64url')
}
