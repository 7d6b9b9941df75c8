import { z } from 'zod'
import type { MetricName } from '#contract/platforms.ts'
import type { Account, Measure, Measured } from '../port.ts'
import { call, type Called, type Server } from './call.ts'
import { notNow, type Failure } from './errors.ts'
import { openSession } from './session.ts'
import type { Tools } from './tools.ts'

const Count = z.number().int().nonnegative().optional().catch(undefined)
const Counted = z.object({
  id: z.string(),
  replies_count: Count,
  reblogs_count: Count,
  favourites_count: Count,
  quotes_count: Count,
})
type Counted = z.infer<typeof Counted>

/** Mastodon 4.3, the first that answers for several posts at once. */
const BULK_LEVEL = 2
const BULK_SIZE = 20

/**
 * Reads the counts of posts (https://docs.joinmastodon.org/entities/Status/): what this server has seen, not the whole
 * network. Posts that are gone are left out; a count that the server does not keep is left out too.
 */
export async function measure(tools: Tools, account: Account, remoteIds: readonly string[]): Promise<Measured> {
  const session = await openSession(tools, account)
  if (session.kind !== 'open') return unmeasured(session)
  const bulk = Number(account.settings['apiLevel'] ?? '0') >= BULK_LEVEL
  const measures: Measure[] = []
  for (const ids of chunked(remoteIds, bulk ? BULK_SIZE : 1)) {
    const counted = await (bulk ? readMany(tools, session.server, ids) : readOne(tools, session.server, ids[0] ?? ''))
    if (counted.kind === 'refused' && counted.reason.code === 'not-found') continue
    if (counted.kind !== 'ok') return unmeasured(counted)
    measures.push(...counted.value.filter(({ id }) => ids.includes(id)).flatMap(measuresOf))
  }
  return { kind: 'measured', measures }
}

function readMany(tools: Tools, server: Server, ids: readonly string[]): Promise<Called<Counted[]>> {
  const query = ids.map((id) => ['id[]', id] as const)
  return call(tools, server, { method: 'GET', path: '/api/v1/statuses', query, answer: z.array(Counted) })
}

function readOne(tools: Tools, server: Server, id: string): Promise<Called<Counted[]>> {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`
  return call(tools, server, { method: 'GET', path, answer: Counted.transform((status) => [status]) })
}

function measuresOf(status: Counted): Measure[] {
  const counts: readonly (readonly [MetricName, number | undefined])[] = [
    ['likes', status.favourites_count],
    ['reposts', status.reblogs_count],
    ['replies', status.replies_count],
    ['quotes', status.quotes_count],
  ]
  return counts.flatMap(([metric, value]) => (value === undefined ? [] : [{ remoteId: status.id, metric, value }]))
}

function unmeasured(failure: Failure): Measured {
  return failure.kind === 'reconnect' ? failure : notNow(failure)
}

function chunked(ids: readonly string[], size: number): string[][] {
  const unique = [...new Set(ids)]
  return Array.from({ length: Math.ceil(unique.length / size) }, (_, index) =>
    unique.slice(index * size, (index + 1) * size),
  )
}
