import type { Approver } from '#contract/workflows.ts'
import { demand, may } from '#server/features/organisation/index.ts'
import { beyondModel, type Standing, type Subject } from '#server/kernel/facts.ts'
import type { Via } from '../domain/approvals/seats.ts'

/** The approvers that point at one person or place. Roles, superiors and representatives follow from the structure. */
const BY_NAME: readonly Approver['kind'][] = ['person', 'position', 'duty']

/**
 * Whether a stage asks somebody by name: as a person, as the holder of a position or duty, or as who stands in for them. The
 * workflow is the organisation's own decision, so that the operating model does not bind it. Superiors who are asked because
 * nobody else is there are not named.
 */
export function isAskedByName(kind: Approver['kind'] | undefined, via: Via): boolean {
  return kind !== undefined && BY_NAME.includes(kind) && (via === 'named' || via === 'delegate')
}

/** Whether somebody may decide a stage here: role, key, certificates and agency bind them however they are asked. */
export function mayDecide(standing: Standing | null, subject: Subject, byName: boolean): boolean {
  return may(standing !== null && byName ? beyondModel(standing) : standing, 'posts.approve', subject).allowed
}

/** Refuses, with the rule that holds it, whoever may not decide a stage here. */
export function demandDecision(standing: Standing, subject: Subject, byName: boolean): void {
  demand(byName ? beyondModel(standing) : standing, 'posts.approve', subject)
}
