/** What a decision about a plan turns on. */
export interface ProposedPlan {
  readonly level: 'tactical' | 'action'
  readonly ownerId: string | null
  readonly createdBy: string | null
  readonly proposedBy: string | null
  /** Who owns the plan that it carries out. */
  readonly parentOwnerId: string | null
}

export interface Decider {
  readonly personId: string | null
  /** Whether they may approve plans where this one belongs. */
  readonly approves: boolean
  /** Everybody below them on the functional line. */
  readonly reports: ReadonlySet<string>
}

export type Judgement = 'allowed' | 'own' | 'needs-approver' | 'not-superior'

/**
 * Whether somebody may decide about a plan. The top decides about tactical plans; the middle about action plans, along the
 * functional line or as owner of the plan above. Nobody decides about a plan that they own or proposed.
 */
export function judge(plan: ProposedPlan, { personId, approves, reports }: Decider): Judgement {
  const author = plan.ownerId ?? plan.createdBy
  if (personId !== null && (personId === plan.ownerId || personId === plan.proposedBy || personId === author))
    return 'own'
  if (approves) return 'allowed'
  if (plan.level === 'tactical') return 'needs-approver'
  if (personId !== null && personId === plan.parentOwnerId) return 'allowed'
  return author !== null && reports.has(author) ? 'allowed' : 'not-superior'
}
