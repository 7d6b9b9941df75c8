import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, type AnyRouter, type Router } from '@orpc/server'
import type { Contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'
import { Refusal, type RefusalCode } from '#contract/refusal.ts'
import type { Actor } from '../actor.ts'
import { beyondModel } from '../facts.ts'
import type { Log } from '../log.ts'
import { entityTag } from './entity-tag.ts'
import { bareProblem, isRefusalCode, problemResponse, type BareProblem } from './problem.ts'
import type { RequestContext } from './request-context.ts'

export interface Guard {
  /** Throws the refusal, when this actor may not do what the route asks for. */
  readonly authorise: (actor: Actor | null, permission: RouteMeta['may']) => void
}

/**
 * Serves the contract under /api/v1. The right that a route names is checked here, before its handler and before its input
 * is read, so that no handler can forget it. Answers are JSON; refusals are problem details.
 */
export function apiHandler(router: Router<Contract, RequestContext>, guard: Guard, log: Log) {
  const handler = new OpenAPIHandler<RequestContext>(router as AnyRouter, {
    interceptors: [
      // Here the answer is not text yet: nothing long has to be taken apart to find its version.
      async (options) => {
        const result = await options.next()
        if (!result.matched || result.response.status >= 300) return result
        const etag = entityTag(result.response.body)
        if (etag === null) return result
        return { ...result, response: { ...result.response, headers: { ...result.response.headers, etag } } }
      },
    ],
    clientInterceptors: [
      async (options) => {
        const { procedure, context } = options
        try {
          const { may, beyondModel: freed } = procedure['~orpc'].meta as Partial<RouteMeta>
          if (may === undefined) throw new Error('A route of the contract names no right.')
          const { actor } = context
          guard.authorise(freed === true && actor !== null ? beyondModel(actor) : actor, may)
          return await options.next()
        } catch (error) {
          throw carry(error, log)
        }
      },
    ],
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => bareBody(error),
  })
  return async (request: Request, context: RequestContext): Promise<Response | null> => {
    const { matched, response } = await handler.handle(request, { prefix: '/api/v1', context })
    if (!matched) return null
    return response.status >= 400 ? dress(response, context) : response
  }
}

/** Gives a thrown error the one shape that the handler lets through with its status. Bugs are logged here, once. */
function carry(error: unknown, log: Log): ORPCError<string, { problem: BareProblem }> {
  const problem = bareProblem(error)
  if (problem === null) log.error({ err: error }, 'a request failed')
  const bare: BareProblem = problem ?? { code: 'server.error', params: {}, fields: [] }
  return new ORPCError('PROBLEM', { status: 400, data: { problem: bare } })
}

function bareBody(error: ORPCError<string, unknown>): BareProblem {
  const data = error.data
  if (typeof data === 'object' && data !== null && 'problem' in data) return data.problem as BareProblem
  return bareProblem(error) ?? { code: 'server.error', params: {}, fields: [] }
}

/** Puts the words to a bare problem, in the language of the caller. */
async function dress(response: Response, context: RequestContext): Promise<Response> {
  const body: unknown = await response.json().catch(() => null)
  const bare =
    typeof body === 'object' && body !== null && 'code' in body && isRefusalCode(body.code)
      ? (body as BareProblem)
      : null
  const problem = bare ?? { code: 'server.error' as const, params: {}, fields: [] }
  const headers: Record<string, string> = problem.code === 'sign-in.needed' ? { 'www-authenticate': 'Bearer' } : {}
  return problemResponse(problem, context.language, headers)
}

type Denied = {
  readonly code: RefusalCode
  readonly action: string
  readonly roles: readonly string[]
  readonly params: Readonly<Record<string, string>>
}

/** A guard made of a pure decision function. */
export function guardOf(
  decide: (
    actor: Actor | null,
    permission: RouteMeta['may'],
  ) => { readonly allowed: true } | { readonly allowed: false; readonly because: Denied },
): Guard {
  return {
    authorise: (actor, permission) => {
      const decision = decide(actor, permission)
      if (decision.allowed) return
      const { code, params, action, roles } = decision.because
      throw new Refusal(code, { ...params, action, roles: roles.join(', ') })
    },
  }
}
