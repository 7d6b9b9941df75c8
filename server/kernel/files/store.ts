import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '#contract/refusal.ts'

/** Bytes at hand or as they come in; a web stream and a Node stream both fit. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

export interface StoredFile {
  readonly organisationId: string
  /** SHA-256 of the content in hex: the same content has the same name. */
  readonly name: string
  readonly bytes: number
}

/** Both ends included, counted from 0, as in an HTTP range. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Files of each organisation, named after their content. Organisation ids and names are checked, so that no path leads
 * out of the folder; anything else in their place is a bug and throws.
 */
export interface FileStore {
  /** Stores durably, or throws Refusal `media.too-large` and leaves nothing. The same content is stored once. */
  readonly put: (
    organisationId: string,
    content: FileContent,
    limit: { readonly mostBytes: number },
  ) => Promise<StoredFile>
  /** The whole content, or null where there is no such file. */
  readonly read: (organisationId: string, name: string) => Promise<Buffer | null>
  /** The content piece by piece and its full size, or null. Whoever asks must read or destroy the stream. */
  readonly openStream: (
    organisationId: string,
    name: string,
    range?: ByteRange,
  ) => Promise<{ readonly stream: Readable; readonly bytes: number } | null>
  /** Whether something was removed. Whoever asks makes sure that nothing else refers to the same content. */
  readonly remove: (organisationId: string, name: string) => Promise<boolean>
  /** Every file, organisation by organisation, for a back-up. */
  readonly list: () => AsyncGenerator<StoredFile>
  /** Removes what broken-off uploads left behind before this time. */
  readonly removeLeftovers: (before: Date) => Promise<void>
}

const ORGANISATION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NAME = /^[0-9a-f]{64}$/
const INCOMING = 'incoming'

/** A file store in a local folder, which is made when the first file comes. */
export function createFileStore(folder: string): FileStore {
  const root = resolve(folder)
  const pathOf = (organisationId: string, name: string): string => {
    if (!NAME.test(name)) throw new Error('not the name of a stored file')
    return join(root, checkedId(organisationId), name.slice(0, 2), name)
  }
  return {
    put: async (organisationId, content, { mostBytes }) => {
      checkedId(organisationId)
      const draft = join(root, INCOMING, randomUUID())
      try {
        const { name, bytes } = await writeDraft(draft, content, mostBytes)
        await moveDurably(draft, pathOf(organisationId, name))
        return { organisationId, name, bytes }
      } finally {
        await rm(draft, { force: true })
      }
    },
    read: async (organisationId, name) => orNull(readFile(pathOf(organisationId, name))),
    openStream: async (organisationId, name, range) => openStream(pathOf(organisationId, name), range),
    remove: async (organisationId, name) => {
      const removed = await orNull(rm(pathOf(organisationId, name)).then(() => true))
      return removed ?? false
    },
    list: () => listFiles(root),
    removeLeftovers: (before) => removeLeftovers(join(root, INCOMING), before),
  }
}

async function writeDraft(
  draft: string,
  content: FileContent,
  mostBytes: number,
): Promise<{ name: string; bytes: number }> {
  await mkdir(dirname(draft), { recursive: true, mode: 0o700 })
  const handle = await open(draft, 'wx', 0o600)
  try {
    const written = await writeAll(handle, content instanceof Uint8Array ? [content] : content, mostBytes)
    await handle.sync()
    return written
  } finally {
    await handle.close()
  }
}

async function writeAll(
  handle: FileHandle,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<{ name: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.byteLength
    if (bytes > mostBytes) throw new Refusal('media.too-large', { mostMegabytes: Math.floor(mostBytes / 1_000_000) })
    hash.update(piece)
    await handle.writeFile(piece)
  }
  return { name: hash.digest('hex'), bytes }
}

/** The rename is on disk only when the folders that hold the names are. */
async function moveDurably(draft: string, path: string): Promise<void> {
  const fresh = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(draft, path)
  await syncFolder(dirname(path))
  if (fresh === undefined) return
  await syncFolder(dirname(dirname(path)))
  await syncFolder(dirname(dirname(dirname(path))))
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openStream(path: string, range?: ByteRange): Promise<{ stream: Readable; bytes: number } | null> {
  const handle = await orNull(open(path, 'r'))
  if (handle === null) return null
  const { size } = await handle.stat()
  return { stream: createReadStream(path, { fd: handle, ...range }), bytes: size }
}

async function* listFiles(root: string): AsyncGenerator<StoredFile> {
  for (const organisationId of await entries(root)) {
    if (!ORGANISATION_ID.test(organisationId)) continue
    for (const part of await entries(join(root, organisationId))) {
      for (const name of await entries(join(root, organisationId, part))) {
        const found = NAME.test(name) ? await orNull(stat(join(root, organisationId, part, name))) : null
        if (found !== null) yield { organisationId, name, bytes: found.size }
      }
    }
  }
}

async function entries(folder: string): Promise<string[]> {
  return ((await orNull(readdir(folder))) ?? []).sort()
}

async function removeLeftovers(incoming: string, before: Date): Promise<void> {
  for (const name of await entries(incoming)) {
    const found = await orNull(stat(join(incoming, name)))
    if (found !== null && found.mtimeMs < before.getTime()) await rm(join(incoming, name), { force: true })
  }
}

function checkedId(organisationId: string): string {
  if (!ORGANISATION_ID.test(organisationId)) throw new Error('not the id of an organisation')
  return organisationId
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
