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
  'right.not-in-model': 403,
  'right.policy-not-accepted': 403,
  'right.certificate-missing': 403,
  'right.certificate-expired': 403,
  'right.agency-ended': 403,
  'right.agency-without-owner': 403,
  'right.agency-limit': 403,
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
  'policy.not-current': 409,
  'policy.no-draft': 409,
  'policy.nothing-changed': 409,
  'course.unfinished': 409,
  'course.not-open': 409,
  'quiz.too-many-tries': 409,
  'requirement.not-published': 409,
  'line.circle': 409,
  'placement.applied': 409,
  'placement.not-proposed': 409,
  'post.blocked-by-rule': 422,
  'approval.closed': 409,
  'approval.changed': 409,
  'approval.stage-passed': 409,
  'approval.decided': 409,
  'approval.expired': 409,
  'approval.own-work': 403,
  'approval.not-asked': 403,
  'approval.no-time': 422,
  'approval.reason-needed': 422,
  'review.expired': 410,
  'suggestion.stale': 409,
  'right.not-responsible': 403,
  'unit.circle': 409,
  'unit.closed': 409,
  'unit.company': 409,
  'unit.in-agency': 409,
  'unit.in-use': 409,
  'position.filled': 409,
  'representative.own-deputy': 422,
  'absence.own-delegate': 422,
  'agency.owner-needed': 422,
  'agency.end-needed': 422,
  'agency.owner-outside': 422,
  'agency.guest-loose': 409,
  'agency.guest-without-place': 409,
  'invitation.place-gone': 410,
  'plan.state': 409,
  'plan.level': 422,
  'plan.serves-nothing': 422,
  'plan.own': 403,
  'plan.not-superior': 403,
  'document.not-begun': 409,
  'document.waiting': 409,
  'document.decided': 409,
  'document.own': 403,
  'document.not-author': 403,
  'document.link-expired': 410,
  'review.cleared': 409,
  'review.not-owner': 403,
  'kpi.formula': 422,
  'kpi.edition': 422,
  'kpi.withdrawn': 422,
  'kpi.starter': 409,
  'budget.nothing': 422,
  'hours.of-others': 403,
  'hours.month-over': 409,
  'scorecard.circle': 409,
  'scorecard.thresholds': 422,
  'scorecard.not-above': 422,
  'scorecard.not-here': 422,
  'scorecard.company': 409,
  'scorecard.exists': 409,
  'account.exists': 409,
  'look-up.not-possible': 422,
  'look-up.not-found': 422,
  'look-up.refused': 422,
  'look-up.rate-limited': 429,
  'look-up.not-allowed': 422,
  'look-up.unreachable': 422,
  'look-up.too-large': 422,
  'look-up.not-understood': 422,
  'finding.gone': 409,
  'finding.has-task': 409,
  'choice.exists': 409,
  'choice.not-scored': 422,
  'choice.no-weight': 422,
  'choice.no-plan': 409,
  'import.problems': 422,
  'stop.lifted': 409,
  'stop.running': 409,
  'reference.unknown': 422,
  'finding.not-waivable': 409,
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

/**
 * The refusal of a reference to something that is not in this organisation, or no longer.
 * @param path Where it stands in the request, as `goals.0.id`.
 */
export function unknownReference(path: string): Refusal {
  return new Refusal('reference.unknown', {}, [{ path, code: 'reference.unknown' }])
}
