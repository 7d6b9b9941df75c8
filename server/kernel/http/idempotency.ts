import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Kernel } from '../kernel.ts'
import { problemResponse } from './problem.ts'
import type { RequestContext } from './request-context.ts'

const KEPT = { 'content-type': true, etag: true, location: true } as const

/**
 * Carries a POST with an `Idempotency-Key` out once. The answer is kept for 24 hours, sealed, and given again to a repeat.
 * A repeat while the first is under way, or after a crash left it open, is refused rather than guessed at; the same key with
 * another request is refused too. Failures of the server itself are not kept.
 */
export async function once(
  kernel: Kernel,
  request: Request,
  context: RequestContext,
  work: (request: Request) => Promise<Response>,
): Promise<Response> {
  const given = request.headers.get('idempotency-key')
  const actor = context.actor
  if (request.method !== 'POST' || given === null || actor === null) return work(request)
  if (given.length > 255)
    return problemResponse(
      { code: 'request.invalid', params: {}, fields: [{ path: 'Idempotency-Key', code: 'text.too-long' }] },
      context.language,
    )
  const body = await request.arrayBuffer()
  const key = digest(`${actor.id}\n${given}`)
  const requestHash = digest(`${new URL(request.url).pathname}\n`, Buffer.from(body))
  const earlier = await claim(kernel, actor, key, requestHash)
  if (earlier !== null) return replay(kernel, actor, context, requestHash, earlier)
  return carryOut(kernel, actor, key, () =>
    work(new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal })),
  )
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

interface Kept {
  readonly request_hash: string
  readonly status: number | null
  readonly body: string | null
  readonly headers: unknown
}

/** Takes the key for this request, or answers with what is kept under it. */
function claim(kernel: Kernel, actor: Actor, key: string, requestHash: string): Promise<Kept | null> {
  const now = kernel.clock.now()
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    await db
      .deleteFrom('http_answers')
      .where('organisation_id', '=', actor.organisationId)
      .where('created_at', '<', new Date(now.getTime() - 24 * 3_600_000))
      .execute()
    const mine = await db
      .insertInto('http_answers')
      .values({ organisation_id: actor.organisationId, key, request_hash: requestHash, created_at: now })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (mine !== undefined) return null
    return db
      .selectFrom('http_answers')
      .select(['request_hash', 'status', 'body', 'headers'])
      .where('organisation_id', '=', actor.organisationId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
  })
}

async function replay(
  kernel: Kernel,
  actor: Actor,
  context: RequestContext,
  requestHash: string,
  kept: Kept,
): Promise<Response> {
  if (kept.request_hash !== requestHash) return problemResponse('request.key-reused', context.language)
  if (kept.status === null || kept.body === null) return problemResponse('request.in-progress', context.language)
  const sealed = kept.body
  const body = await withDataKey(kernel, actor, (dataKey) => kernel.keyring.unseal(dataKey, sealed, 'http-answer'))
  return new Response(new Uint8Array(body), {
    status: kept.status,
    headers: { ...(kept.headers as Record<string, string>), 'idempotency-replayed': 'true' },
  })
}

async function carryOut(kernel: Kernel, actor: Actor, key: string, work: () => Promise<Response>): Promise<Response> {
  const forget = () =>
    kernel.database.inOrganisation(actor.organisationId, (db) =>
      db
        .deleteFrom('http_answers')
        .where('organisation_id', '=', actor.organisationId)
        .where('key', '=', key)
        .execute(),
    )
  const response = await work().catch(async (error: unknown) => {
    await forget()
    throw error
  })
  if (response.status >= 500) {
    await forget()
    return response
  }
  const bytes = Buffer.from(await response.clone().arrayBuffer())
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name in KEPT))
  const body = await withDataKey(kernel, actor, (dataKey) => kernel.keyring.seal(dataKey, bytes, 'http-answer'))
  await kernel.database.inOrganisation(actor.organisationId, (db) =>
    db
      .updateTable('http_answers')
      .set({ status: response.status, body, headers: sql`${JSON.stringify(headers)}::jsonb` })
      .where('organisation_id', '=', actor.organisationId)
      .where('key', '=', key)
      .execute(),
  )
  return response
}

async function withDataKey<T>(kernel: Kernel, actor: Actor, work: (dataKey: Buffer) => T): Promise<T> {
  const { data_key: sealed } = await kernel.database.inOrganisation(actor.organisationId, (db) =>
    db
      .selectFrom('organisations')
      .select('data_key')
      .where('organisation_id', '=', actor.organisationId)
      .executeTakeFirstOrThrow(),
  )
  return work(kernel.keyring.open(sealed))
}
