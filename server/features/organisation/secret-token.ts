import { createHash, randomBytes } from 'node:crypto'

/** A secret that is shown once and stored only as a hash: 256 random bits. */
export function newSecret(prefix: string): { readonly secret: string; readonly hash: string; readonly hint: string } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashSecret(secret), hint: secret.slice(-4) }
}

/** The form in which a secret is stored and looked up. Plain SHA-256 is enough, since nobody can guess 256 bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
