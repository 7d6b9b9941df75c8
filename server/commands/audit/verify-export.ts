import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { z } from 'zod'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { checkEvent, type CheckedEvent } from './check-event.ts'

const Manifest = z.object({
  format: z.literal('tutti-events/1'),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  exportedAt: z.string(),
  complete: z.boolean(),
  head: z.object({ position: z.number().int(), hash: z.string() }),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      events: z.number().int(),
      first: z.number().int(),
      last: z.number().int(),
    }),
  ),
})
type Manifest = z.infer<typeof Manifest>

export interface VerifiedExport {
  readonly organisation: string
  readonly exportedAt: string
  readonly complete: boolean
  readonly events: number
  readonly erased: number
  readonly head: { readonly position: number; readonly hash: string }
  /** Whether the chain itself was recomputed: spreadsheets only carry it. */
  readonly recomputed: boolean
}

/** Verifies an export of events by itself, without Tutti's database. Throws CannotStart with the first thing that does not hold. */
export async function verifyExport(file: string): Promise<VerifiedExport> {
  const { manifest, hashes } = await readManifest(file)
  for (const name of hashes.keys())
    if (!manifest.files.some((listed) => listed.name === name)) throw new CannotStart(`${name} is not in the manifest.`)
  for (const { name, sha256 } of manifest.files) {
    if (!hashes.has(name)) throw new CannotStart(`${name} is missing.`)
    if (hashes.get(name) !== sha256) throw new CannotStart(`${name} was changed after it was exported.`)
  }
  const walk: Walk = { last: null, erased: 0 }
  await eachEntry(file, (name, content) => {
    if (!name.endsWith('.ndjson')) return
    for (const line of content.toString('utf8').split('\n'))
      if (line !== '') walkOn(walk, checkEvent(line, manifest.organisation.id), manifest)
  })
  const recomputed = manifest.files.every(({ name }) => name.endsWith('.ndjson'))
  if (recomputed && manifest.complete && (walk.last?.hash ?? '') !== manifest.head.hash)
    throw new CannotStart(
      `The events end at position ${walk.last?.position ?? 0}, before the head of the chain at ${manifest.head.position}.`,
    )
  const events = manifest.files.reduce((sum, listed) => sum + listed.events, 0)
  const { organisation, exportedAt, complete, head } = manifest
  return { organisation: organisation.name, exportedAt, complete, events, erased: walk.erased, head, recomputed }
}

interface Walk {
  last: CheckedEvent | null
  erased: number
}

function walkOn(walk: Walk, event: CheckedEvent, { complete }: Manifest): void {
  const { position } = event
  if (event.wrong !== null) throw new CannotStart(`Position ${position} does not hold: ${event.wrong}.`)
  const expected = (walk.last?.position ?? 0) + 1
  if (complete && position !== expected) throw new CannotStart(`Position ${expected} is missing.`)
  const previous = walk.last?.position === position - 1 ? walk.last.hash : position === 1 ? '' : null
  if (previous !== null && previous !== event.previousHash)
    throw new CannotStart(`Position ${position} does not follow from the one before it.`)
  walk.last = event
  if (event.erased) walk.erased += 1
}

/** The manifest comes last, so the archive is read twice: however long it is, one file of it is in memory. */
async function readManifest(file: string): Promise<{ manifest: Manifest; hashes: ReadonlyMap<string, string> }> {
  const hashes = new Map<string, string>()
  let manifest: Manifest | null = null
  try {
    await eachEntry(file, (name, content) => {
      if (name === 'manifest.json') manifest = Manifest.parse(JSON.parse(content.toString('utf8')))
      else hashes.set(name, createHash('sha256').update(content).digest('hex'))
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new CannotStart(`${file} cannot be read as an export of events: ${words}`)
  }
  if (manifest === null) throw new CannotStart(`${file} has no manifest: it is no export of events, or it broke off.`)
  return { manifest, hashes }
}

async function eachEntry(file: string, visit: (name: string, content: Buffer) => void): Promise<void> {
  const archive = extract()
  const flown = pipeline(createReadStream(file), createGunzip(), archive)
  // Reading the entries fails as well when the flow does; both are waited for.
  const read = async () => {
    for await (const entry of archive) visit(entry.header.name, await buffer(entry))
  }
  await Promise.all([flown, read()])
}
