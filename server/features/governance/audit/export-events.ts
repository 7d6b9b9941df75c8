import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { pack, type Pack } from 'tar-stream'
import type { EventFilter } from '#contract/audit.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { all, eventConditions } from './event-conditions.ts'

export type ExportFormat = 'json' | 'csv'

/** So many events make one file of the export; more would have to be held in memory. */
const IN_ONE_FILE = 5000

const COLUMNS = [
  'position',
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'verb',
  'subjectType',
  'subjectId',
  'subjectTitle',
  'before',
  'after',
  'salt',
  'contentHash',
  'erasureId',
  'previousHash',
  'hash',
] as const

interface Head {
  readonly position: number
  readonly hash: string
}

interface ExportedFile {
  readonly name: string
  readonly sha256: string
  readonly events: number
  readonly first: number
  readonly last: number
}

/**
 * The events of a filter as they are now, oldest first, as a gzipped archive that is written while it is read. Recorded, with
 * its filter, before the first byte.
 */
export async function exportEvents(
  kernel: Kernel,
  actor: Actor,
  filter: EventFilter,
  format: ExportFormat,
): Promise<{ readonly name: string; readonly bytes: Readable }> {
  const { organisationId } = actor
  const begun = await change(kernel, actor, async ({ db, record }) => {
    const { name, slug } = await readOrganisation(db, organisationId)
    const found = await db
      .selectFrom('event_heads')
      .select(['position', 'hash'])
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
    const head: Head = { position: found?.position ?? 0, hash: found?.hash.toString('hex') ?? '' }
    record({
      verb: 'audit.exported',
      subject: { type: 'audit', id: organisationId },
      after: { format, filter, events: head.position, head: head.hash },
    })
    return { name, slug, head }
  })
  const archive = pack()
  const bytes = createGzip()
  const organisation = { id: organisationId, name: begun.name }
  // Whoever reads no more ends the reading of the database too: the archive is destroyed with what it flows into.
  const flown = pipeline(Readable.from(archive, { objectMode: false }), bytes)
  const gone = flown.finally(() => archive.destroy())
  void write(kernel, { archive, gone }, { organisation, head: begun.head, filter, format, by: actor.name }).catch(
    (error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  gone.catch((error: unknown) => kernel.log.warn({ err: error }, 'an export of events broke off'))
  const day = kernel.clock.now().toISOString().slice(0, 10)
  return { name: `tutti-events-${begun.slug}-${day}-${format}.tar.gz`, bytes }
}

interface Writing {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly head: Head
  readonly filter: EventFilter
  readonly format: ExportFormat
  readonly by: string
}

interface Flow {
  readonly archive: Pack
  /** Settles when nobody reads any more. */
  readonly gone: Promise<void>
}

async function write(kernel: Kernel, flow: Flow, writing: Writing): Promise<void> {
  const { organisation, head, filter, format, by } = writing
  const files: ExportedFile[] = []
  for (let after = 0; ;) {
    const rows = await readStretch(kernel, writing, after)
    const [first, last] = [rows[0]?.position, rows.at(-1)?.position]
    if (first === undefined || last === undefined) break
    const text = format === 'json' ? rows.map((row) => `${row.line}\n`).join('') : asCsv(rows)
    const name = `events-${padded(first)}-${padded(last)}.${format === 'json' ? 'ndjson' : 'csv'}`
    const content = Buffer.from(text, 'utf8')
    await addEntry(flow, name, content)
    files.push({ name, sha256: sha256(content), events: rows.length, first, last })
    if (rows.length < IN_ONE_FILE) break
    after = last
  }
  const manifest = {
    format: 'tutti-events/1',
    organisation,
    exportedAt: kernel.clock.now().toISOString(),
    exportedBy: by,
    filter,
    /** Whether it holds every event from the first to the head. */
    complete: Object.keys(filter).length === 0,
    head,
    files,
  }
  await addEntry(flow, 'manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'))
  flow.archive.finalize()
}

interface Row {
  readonly position: number
  /** The event as the database writes JSON: verifying needs it word for word. */
  readonly line: string
}

function readStretch(kernel: Kernel, { organisation, head, filter }: Writing, after: number): Promise<Row[]> {
  return kernel.database.inOrganisation(organisation.id, async (db) => {
    const { indexed, others } = await eventConditions(db, organisation.id, filter)
    const { rows } = await sql<Row>`
      select e.position, jsonb_build_object(
        'position', e.position, 'id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorName', e.actor_name, 'verb', e.verb,
        'subjectType', e.subject_type, 'subjectId', e.subject_id, 'subjectTitle', e.subject_title, 'before', e.before, 'after', e.after,
        'salt', encode(e.salt, 'hex'), 'contentHash', encode(e.content_hash, 'hex'), 'erasureId', e.erasure_id,
        'previousHash', encode(e.previous_hash, 'hex'), 'hash', encode(e.hash, 'hex'))::text as line
      from events e where ${all([...indexed, ...others])} and e.position > ${after} and e.position <= ${head.position}
      order by e.position limit ${IN_ONE_FILE}`.execute(db)
    return rows
  })
}

/** For spreadsheets: what a cell could take for a formula gets an apostrophe in front. */
function asCsv(rows: readonly Row[]): string {
  const events = rows.map((row) => JSON.parse(row.line) as Record<string, unknown>)
  const cells = events.map((event) => COLUMNS.map((column) => cell(event[column])))
  return `\ufeff${Papa.unparse({ fields: [...COLUMNS], data: cells }, { escapeFormulae: true })}\r\n`
}

function cell(value: unknown): string | number {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value)
}

function addEntry({ archive, gone }: Flow, name: string, content: Buffer): Promise<void> {
  const added = new Promise<void>((resolve, reject) => {
    archive.entry({ name }, content, (error) => (error == null ? resolve() : reject(error)))
  })
  return Promise.race([added, gone.then(() => Promise.reject(new Error('The reader went away.')))])
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function padded(position: number): string {
  return String(position).padStart(9, '0')
}
