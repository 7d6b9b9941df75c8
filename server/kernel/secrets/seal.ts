import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Bytes of every key here (AES-256). */
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = /^v1\.([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/

/** A sealed text that cannot be opened. The message never holds any part of it. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal'
  /** `format`: not a sealed text; `other-key`: sealed with another; `tampered`: changed, or of another context. */
  readonly why: 'format' | 'other-key' | 'tampered'

  constructor(why: CannotUnseal['why'], message: string) {
    super(message)
    this.why = why
  }
}

/**
 * AES-256-GCM with a fresh random nonce, as `v1.<id of the key>.<nonce, tag and ciphertext in base64url>`. `context` is
 * bound to the result without being part of it: it must be given again to open.
 */
export function sealWith(key: Buffer, plaintext: string | Uint8Array, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', checked(key), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()])
  return `v1.${keyId(key)}.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')}`
}

/** Undoes `sealWith`. Throws CannotUnseal when key, context or a single bit differ. */
export function unsealWith(key: Buffer, sealed: string, context: string): Buffer {
  const [, id, payload = ''] = SEALED.exec(sealed) ?? []
  const bytes = Buffer.from(payload, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== payload) {
    throw new CannotUnseal('format', 'This is not a sealed secret.')
  }
  if (id !== keyId(checked(key))) throw new CannotUnseal('other-key', 'This secret was sealed with another key.')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context, 'utf8'))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new CannotUnseal('tampered', 'This secret was changed, or belongs to something else.')
  }
}

/** Tells keys apart without telling anything about them. */
function keyId(key: Buffer): string {
  return createHmac('sha256', key).update('tutti key id').digest('hex').slice(0, 16)
}

function checked(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`a key must have ${KEY_BYTES} bytes, not ${key.length}`)
  return key
}
