import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createKeyring, resealDataKey } from './keyring.ts'
import { CannotUnseal } from './seal.ts'

function whyNot(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof CannotUnseal) return error.why
    throw error
  }
  return 'opened'
}

describe('a sealed secret', () => {
  const keyring = createKeyring({ installationKey: randomBytes(32) })
  const dataKey = keyring.open(keyring.newDataKey())
  const sealed = keyring.seal(dataKey, 'app-pässword', 'channel:1')

  it('opens with the same key and context', () => {
    expect(keyring.unseal(dataKey, sealed, 'channel:1').toString()).toBe('app-pässword')
    expect(keyring.unseal(dataKey, keyring.seal(dataKey, '', 'x'), 'x')).toHaveLength(0)
  })

  it('holds nothing readable, and is different each time', () => {
    expect(sealed).toMatch(/^v1\.[0-9a-f]{16}\.[\w-]+$/)
    expect(sealed).not.toContain('app-p')
    expect(keyring.seal(dataKey, 'app-pässword', 'channel:1')).not.toBe(sealed)
  })

  it('does not open for another owner', () => {
    expect(whyNot(() => keyring.unseal(dataKey, sealed, 'channel:2'))).toBe('tampered')
  })

  it('does not open with the key of another organisation', () => {
    const other = keyring.open(keyring.newDataKey())
    expect(whyNot(() => keyring.unseal(other, sealed, 'channel:1'))).toBe('other-key')
  })

  it('does not open when any of its bytes changed', () => {
    const [version, id, payload = ''] = sealed.split('.')
    const bytes = Buffer.from(payload, 'base64url')
    const answers = [...bytes.keys()].map((place) => {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      return whyNot(() => keyring.unseal(dataKey, `${version}.${id}.${changed.toString('base64url')}`, 'channel:1'))
    })
    expect(new Set(answers)).toEqual(new Set(['tampered']))
  })

  it.each(['', 'plain text', 'v2.0000000000000000.AAAA', 'v1.0000000000000000.AAAA', 'v1.0000000000000000.!'])(
    'is not %j',
    (text) => expect(whyNot(() => keyring.unseal(dataKey, text, 'channel:1'))).toBe('format'),
  )

  it('needs a key of 32 bytes', () => {
    expect(() => keyring.seal(randomBytes(16), 'x', 'y')).toThrow('32 bytes')
  })
})

describe('a data key', () => {
  const from = createKeyring({ installationKey: randomBytes(32) })
  const to = createKeyring({ installationKey: randomBytes(32) })

  it('has 32 bytes and is new each time', () => {
    const keys = [from.newDataKey(), from.newDataKey()].map(from.open)
    expect(keys.map(({ length }) => length)).toEqual([32, 32])
    expect(keys[0]?.equals(keys[1] ?? Buffer.alloc(0))).toBe(false)
  })

  it('does not open under another installation key', () => {
    expect(whyNot(() => to.open(from.newDataKey()))).toBe('other-key')
  })

  it('moves under a new installation key, and what it sealed still opens', () => {
    const old = from.newDataKey()
    const secret = from.seal(from.open(old), 'token', 'channel:1')
    const moved = resealDataKey(old, { from, to })
    expect(to.unseal(to.open(moved), secret, 'channel:1').toString()).toBe('token')
    expect(whyNot(() => from.open(moved))).toBe('other-key')
  })

  it('is not mistaken for a secret', () => {
    const installationKey = randomBytes(32)
    const keyring = createKeyring({ installationKey })
    expect(whyNot(() => keyring.unseal(installationKey, keyring.newDataKey(), 'channel:1'))).toBe('tampered')
  })
})
