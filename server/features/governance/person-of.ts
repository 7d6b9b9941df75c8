import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'

/** The person who acts, themselves or through a key. Tutti itself accepts no policy and passes no quiz. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Refusal('sign-in.needed')
  return actor.personId
}
