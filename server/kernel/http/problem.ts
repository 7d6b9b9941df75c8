import { ORPCError, ValidationError } from '@orpc/contract'
import type { Language } from '#contract/kinds.ts'
import { Refusal, REFUSALS, type FieldProblem, type RefusalCode } from '#contract/refusal.ts'
import { translate } from '../translate.ts'

/** A refusal before it has words: what travels through the API handler. */
export interface BareProblem {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldProblem[]
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && code in REFUSALS
}

/** Turns whatever a handler threw into a refusal without words. Null: it is a bug of ours, to be logged and answered 500. */
export function bareProblem(error: unknown): BareProblem | null {
  if (error instanceof Refusal) return { code: error.code, params: error.params, fields: error.fields }
  if (!(error instanceof ORPCError)) return null
  if (error.cause instanceof ValidationError && error.status === 400)
    return { code: 'request.invalid', params: {}, fields: error.cause.issues.map(fieldProblem) }
  if (error.cause instanceof Refusal) return bareProblem(error.cause)
  if (error.status === 404) return { code: 'request.not-found', params: {}, fields: [] }
  if (error.status === 413) return { code: 'request.too-large', params: {}, fields: [] }
  if (error.status >= 400 && error.status < 500) return { code: 'request.malformed', params: {}, fields: [] }
  return null
}

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Our own codes have a dot; whatever else the schema library says becomes one of three general ones. */
function fieldProblem(issue: Issue): FieldProblem {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message)
    ? issue.message
    : /undefined/.test(issue.message)
      ? 'field.missing'
      : 'field.invalid'
  return { path, code }
}

/** Problem details (RFC 9457) in the reader's language. `code` is stable, `detail` is for people. */
export function problemBody(problem: BareProblem, language: Language) {
  const status = REFUSALS[problem.code]
  return {
    type: `urn:tutti:problem:${problem.code}`,
    title: translate(language, `refusal:${problem.code}`, problem.params),
    status,
    detail: translate(language, `refusal:${problem.code}`, problem.params),
    code: problem.code,
    params: problem.params,
    fields: problem.fields.map((field) => ({ ...field, detail: fieldSentence(field, language) })),
  }
}

/** A field's code may be a refusal's, a finding's of a check (whose sentence needs its values) or a platform's reason. */
function fieldSentence({ code, params }: FieldProblem, language: Language): string {
  const keys = [...(params === undefined ? [] : [`finding:${code}`]), `refusal:${code}`, `publishing:${code}`]
  const found = keys
    .map((key) => ({ key, sentence: translate(language, key, params) }))
    .find(({ key, sentence }) => sentence !== key)
  return found?.sentence ?? translate(language, 'refusal:field.invalid')
}

/** A whole answer that refuses. */
export function problemResponse(
  problem: BareProblem | RefusalCode,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const bare = typeof problem === 'string' ? { code: problem, params: {}, fields: [] } : problem
  const body = problemBody(bare, language)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
