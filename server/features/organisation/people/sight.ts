import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { may } from '../domain/may.ts'
import { superiorsOf } from '../lines/superiors-of.ts'

/**
 * Whether somebody may see and change what is personal to another: hours, absences, workload. That is for oneself, for
 * superiors on the administrative line, and for whoever may change people.
 */
export async function isResponsible(db: Db, actor: Actor, personId: string): Promise<boolean> {
  if (actor.personId === personId || may(actor, 'people.change').allowed) return true
  const above = await superiorsOf(db, actor.organisationId, { personId }, 'administrative')
  return above.some((superior) => superior.personId === actor.personId)
}

/** Refuses whoever is not responsible for this person. */
export async function demandResponsibility(db: Db, actor: Actor, personId: string): Promise<void> {
  if (!(await isResponsible(db, actor, personId)))
    throw new Refusal('right.not-responsible', { action: 'people.change', roles: 'administrator, strategist' })
}
