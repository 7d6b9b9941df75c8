import type { Actor } from '../actor.ts'
import { change, type Change } from './change.ts'

/** Thrown to take everything back; carries what would have happened. */
class TakenBack<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('taken back')
    this.outcome = outcome
  }
}

/** Does everything in a transaction that is then taken back, events too, so that a trial finds just what the change would. */
export async function tryChange<T>(
  needs: Parameters<typeof change>[0],
  actor: Actor,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  try {
    return await change<never>(needs, actor, async (done) => {
      throw new TakenBack(await work(done))
    })
  } catch (error) {
    // What is thrown above carries what this very work answered.
    if (error instanceof TakenBack) return (error as TakenBack<T>).outcome
    throw error
  }
}
