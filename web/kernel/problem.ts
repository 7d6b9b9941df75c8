import { ORPCError } from '@orpc/client'

/** One field the server refused: its path in the request, a stable code and the values of its sentence. */
export interface ProblemField {
  readonly path: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Why a request was refused (RFC 9457). `code` is stable; its sentence is `refusal:<code>` in the catalogues.
 * `offline` (status 0) and `server.error` stand for what carries no code of its own.
 */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly params: Readonly<Record<string, string | number>>
  readonly fields: readonly ProblemField[]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readParams(value: unknown): Readonly<Record<string, string | number>> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )
}

function readField(value: unknown): readonly ProblemField[] {
  if (!isRecord(value) || typeof value['code'] !== 'string') return []
  return [
    {
      path: typeof value['path'] === 'string' ? value['path'] : '',
      code: value['code'],
      params: readParams(value['params']),
    },
  ]
}

/** Reads a problem-details answer; whatever is missing or odd in it becomes `server.error`. */
export function readProblem(body: unknown, status: number): Problem {
  const record = isRecord(body) ? body : {}
  return {
    code: typeof record['code'] === 'string' ? record['code'] : 'server.error',
    status,
    title: typeof record['title'] === 'string' ? record['title'] : '',
    params: readParams(record['params']),
    fields: Array.isArray(record['fields']) ? record['fields'].flatMap(readField) : [],
  }
}

/** Carries a problem through the client, which only lets its own kind of error pass. */
export class ProblemError extends ORPCError<string, Problem> {
  constructor(problem: Problem) {
    super(problem.code, {
      status: problem.status >= 400 ? problem.status : 500,
      message: problem.title || problem.code,
      data: problem,
    })
  }
}

/** What went wrong, whatever was thrown: the server's own problem, a lost connection, or a fault of ours. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.data
  if (error instanceof TypeError && /fetch|network|load failed/iu.test(error.message)) {
    return { code: 'offline', status: 0, title: '', params: {}, fields: [] }
  }
  if (error instanceof ORPCError)
    return { code: 'server.error', status: error.status, title: '', params: {}, fields: [] }
  return { code: 'server.error', status: 500, title: '', params: {}, fields: [] }
}
