import type { ContractRouterClient } from '@orpc/contract'
import { createORPCClient } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '#contract/index.ts'
import type { Contract } from '#contract/index.ts'
import { ProblemError, asProblem, readProblem } from './problem.ts'
import { reportSessionEnd } from './session-end.ts'

export { asProblem }
export type { Problem, ProblemField } from './problem.ts'

/** Given with a single call, beside its input. */
export interface CallContext {
  /** The version one has seen; sent as `If-Match`, so that another person's change is not overwritten. */
  version?: number
  /** Repeats the same wish under the same key; by default each POST has a new one. */
  idempotencyKey?: string
}

function headersOf(context: CallContext): Record<string, string> {
  return {
    'accept-language': document.documentElement.lang || 'en',
    ...(context.version === undefined ? {} : { 'if-match': `"${context.version}"` }),
    ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
  }
}

/** Every POST carries a key, so that a repeat after a lost answer does nothing twice. */
async function send(request: Request, init: { redirect?: RequestRedirect }): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('idempotency-key'))
    request.headers.set('idempotency-key', crypto.randomUUID())
  const response = await fetch(request, { ...init, credentials: 'same-origin' })
  if (response.status === 401) reportSessionEnd()
  return asPlainJson(response)
}

/** The client library reads a body as JSON only under its plain name, not as `application/problem+json`. */
function asPlainJson(response: Response): Response {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

const link = new OpenAPILink<CallContext>(contract, {
  url: () => new URL('/api/v1', window.location.origin),
  headers: ({ context }) => headersOf(context),
  fetch: send,
  customErrorResponseBodyDecoder: (body, response) => new ProblemError(readProblem(body, response.status)),
})

/**
 * The whole API, typed by the contract: `await api.strategy.goal({ id })`, and with a version
 * `await api.strategy.changeGoal(change, { context: { version } })`. Refusals are thrown; read them with `asProblem`.
 */
export const api: ContractRouterClient<Contract, CallContext> = createORPCClient(link)

/**
 * The API for TanStack Query: `useQuery(orpc.strategy.goals.queryOptions({ input: {} }))`,
 * `useMutation(orpc.strategy.createGoal.mutationOptions())`, `queryClient.invalidateQueries({ queryKey: orpc.strategy.key() })`.
 */
export const orpc = createTanstackQueryUtils(api)
