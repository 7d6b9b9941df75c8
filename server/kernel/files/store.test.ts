import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileStore, type FileStore, type StoredFile } from './store.ts'

const anna = '0192f0c1-0000-7000-8000-000000000001'
const other = '0192f0c1-0000-7000-8000-000000000002'
const limit = { mostBytes: 1000 }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex')

let folder = ''
let store: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutti-files-'))
  store = createFileStore(join(folder, 'files'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytesOf(text)
}
async function listed(): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  for await (const file of store.list()) found.push(file)
  return found
}
const incoming = () => readdir(join(folder, 'files', 'incoming'))

describe('a stored file', () => {
  it('is named after its content and comes back as it was, from bytes and from streams', async () => {
    const expected = { organisationId: anna, name: nameOf('hello'), bytes: 5 }
    expect(await store.put(anna, bytesOf('hello'), limit)).toEqual(expected)
    expect(await store.put(anna, pieces('hel', 'lo'), limit)).toEqual(expected)
    expect(await store.put(anna, new Blob(['hello']).stream(), limit)).toEqual(expected)
    expect((await store.read(anna, expected.name))?.toString()).toBe('hello')
    expect(await incoming()).toEqual([])
  })

  it('is read in pieces, whole or a range of it', async () => {
    const { name } = await store.put(anna, bytesOf('hello'), limit)
    const whole = await store.openStream(anna, name)
    const range = await store.openStream(anna, name, { start: 1, end: 3 })
    if (whole === null || range === null) return expect.fail('the file is missing')
    expect([whole.bytes, (await buffer(whole.stream)).toString()]).toEqual([5, 'hello'])
    expect([range.bytes, (await buffer(range.stream)).toString()]).toEqual([5, 'ell'])
  })

  it('belongs to one organisation', async () => {
    const { name } = await store.put(anna, bytesOf('hello'), limit)
    expect(await store.read(other, name)).toBeNull()
    expect(await store.openStream(other, name)).toBeNull()
    expect(await store.remove(other, name)).toBe(false)
  })

  it('is gone once removed', async () => {
    const { name } = await store.put(anna, bytesOf('hello'), limit)
    expect([await store.remove(anna, name), await store.remove(anna, name)]).toEqual([true, false])
    expect(await store.read(anna, name)).toBeNull()
  })

  it('may be read by the account of the server only', async () => {
    const { name } = await store.put(anna, bytesOf('hello'), limit)
    const path = join(folder, 'files', anna, name.slice(0, 2), name)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('survives many uploads of the same content at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(anna, bytesOf('hello'), limit)))
    expect(await listed()).toHaveLength(1)
  })
})

describe('a file that is too large', () => {
  it('is refused as soon as the limit is passed, and nothing of it stays', async () => {
    let given = 0
    async function* endless() {
      for (;;) yield bytesOf('x'.repeat(((given += 1), 300)))
    }
    await expect(store.put(anna, endless(), limit)).rejects.toMatchObject({ code: 'media.too-large' })
    expect([given, await incoming(), await listed()]).toEqual([4, [], []])
  })

  it('begins one byte after the limit', async () => {
    expect((await store.put(anna, bytesOf('x'.repeat(1000)), limit)).bytes).toBe(1000)
    await expect(store.put(anna, bytesOf('x'.repeat(1001)), limit)).rejects.toMatchObject({ code: 'media.too-large' })
  })
})

it('an upload that breaks off leaves nothing', async () => {
  async function* broken() {
    yield bytesOf('half')
    throw new Error('the connection broke')
  }
  await expect(store.put(anna, broken(), limit)).rejects.toThrow('the connection broke')
  expect([await incoming(), await listed()]).toEqual([[], []])
})

describe('a path', () => {
  it.each([
    '../../etc/passwd',
    '..',
    '',
    'a/b',
    `${'a'.repeat(63)}/`,
    `../${'a'.repeat(61)}`,
    nameOf('x').toUpperCase(),
  ])('cannot be smuggled in as a name: %j', async (name) => {
    await expect(store.read(anna, name)).rejects.toThrow('not the name')
    await expect(store.remove(anna, name)).rejects.toThrow('not the name')
    await expect(store.openStream(anna, name)).rejects.toThrow('not the name')
  })

  it.each(['..', '../other', '', `${anna}/..`, 'incoming'])(
    'cannot be smuggled in as an organisation: %j',
    async (id) => {
      await expect(store.put(id, bytesOf('x'), limit)).rejects.toThrow('not the id')
      await expect(store.read(id, nameOf('x'))).rejects.toThrow('not the id')
    },
  )
})

describe('the list for a back-up', () => {
  it('is empty before the first file', async () => expect(await listed()).toEqual([]))

  it('has every file of every organisation and nothing unfinished', async () => {
    const stored = [await store.put(other, bytesOf('b'), limit), await store.put(anna, bytesOf('a'), limit)]
    await writeFile(join(folder, 'files', 'incoming', 'half'), 'x')
    expect(await listed()).toEqual(stored.toReversed())
  })
})

it('leftovers of broken uploads are removed once they are old', async () => {
  const place = join(folder, 'files', 'incoming')
  await mkdir(place, { recursive: true })
  for (const name of ['old', 'young']) await writeFile(join(place, name), 'x')
  await utimes(join(place, 'old'), new Date('2026-01-01'), new Date('2026-01-01'))
  await store.removeLeftovers(new Date('2026-01-02'))
  expect(await incoming()).toEqual(['young'])
})
