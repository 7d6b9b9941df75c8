/** The HTTP status that goes with each refusal. A code is stable: scripts may rely on it. Its sentence for people is in the catalogues. */
export const REFUSALS = {
  'request.malformed': 400,
  'request.invalid': 422,
  'request.too-large': 413,
  'request.key-reused': 422,
  'request.in-progress': 409,
  'request.not-found': 404,
  'sign-in.needed': 401,
  'sign-in.expired': 401,
  'sign-in.wrong': 401,
  'sign-in.too-many': 429,
  'sign-in.second-factor': 401,
  'sign-in.wrong-code': 401,
  'sign-in.email-taken': 409,
  'sign-in.weak-password': 422,
  'sign-in.wrong-password': 403,
  'right.missing': 403,
  'right.scope-missing': 403,
  'right.last-administrator': 409,
  'rate.exceeded': 429,
  'record.not-found': 404,
  'record.changed': 412,
  'record.in-use': 409,
  'record.exists': 409,
  'installation.founded': 409,
  'installation.not-founded': 409,
  'invitation.expired': 410,
  'text.forbidden-characters': 422,
  'text.too-long': 422,
  'text.empty': 422,
  'time.unknown-zone': 422,
  'time.past': 422,
  'time.skipped': 422,
  'time.order': 422,
  'time.too-far': 422,
  'media.not-a-picture': 422,
  'media.too-large': 413,
  'media.too-many-pixels': 422,
  'media.too-many': 422,
  'media.alt-text-missing': 422,
  'channel.refused': 422,
  'channel.unknown-platform': 422,
  'channel.needs-reconnecting': 409,
  'channel.paused': 409,
  'delivery.wrong-state': 409,
  'delivery.in-flight': 409,
  'reference.unknown': 422,
  'server.error': 500,
  'server.not-ready': 503,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof REFUSALS

/** What is wrong with one field: its path in the request and a code of the catalogue. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** An expected "no": a stable code, values for its sentence and the fields concerned. Safe to show. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldProblem[]

  constructor(
    code: RefusalCode,
    params: Readonly<Record<string, string | number>> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(code)
    this.code = code
    this.params = params
    this.fields = fields
  }
}
