import type { Action } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Standing, Subject } from '#server/kernel/facts.ts'
import { may } from '../domain/may.ts'

/** Refuses, with the rule that holds it, what somebody may not do to this subject. Routes ask first without a subject. */
export function demand(standing: Standing, action: Action, subject: Subject): void {
  const decision = may(standing, action, subject)
  if (decision.allowed) return
  const { code, params, roles } = decision.because
  throw new Refusal(code, { ...params, action, roles: roles.join(', ') })
}
