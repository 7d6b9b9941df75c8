import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, readJson, WrittenNumber } from './canonical-json.ts'

const Hex = z.string().regex(/^[0-9a-f]*$/)
const Exported = z.object({
  position: z.instanceof(WrittenNumber),
  id: z.string(),
  at: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  verb: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectTitle: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  salt: Hex.nullable(),
  contentHash: Hex.nullable(),
  erasureId: z.string().nullable(),
  previousHash: Hex,
  hash: Hex,
})

export interface CheckedEvent {
  readonly position: number
  readonly hash: string
  readonly previousHash: string
  readonly erased: boolean
  /** What does not hold, in words; null where everything does. */
  readonly wrong: string | null
}

/** Recomputes the hashes of one exported event from what its line says. */
export function checkEvent(line: string, organisationId: string): CheckedEvent {
  const event = Exported.parse(readJson(line))
  const erased = event.erasureId !== null
  const facts = [
    organisationId,
    event.position,
    event.id,
    event.at,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.verb,
    event.subjectType,
    event.subjectId,
  ]
  const contents = [event.subjectTitle, event.before ?? null, event.after ?? null]
  const hashed = event.contentHash === null ? [...facts, ...contents] : [...facts, event.contentHash]
  const hash = sha256(event.previousHash, hashed)
  const saysWhatItSaid =
    erased || event.contentHash === null || sha256(event.salt ?? '', contents) === event.contentHash
  return {
    position: Number(event.position.source),
    hash: event.hash,
    previousHash: event.previousHash,
    erased,
    wrong: !saysWhatItSaid
      ? 'what it says of its record was changed'
      : hash === event.hash
        ? null
        : 'who did what, when or to what was changed',
  }
}

function sha256(start: string, value: readonly unknown[]): string {
  return createHash('sha256').update(Buffer.from(start, 'hex')).update(canonicalJson(value), 'utf8').digest('hex')
}
