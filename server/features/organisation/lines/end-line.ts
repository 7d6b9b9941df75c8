import type { LineKind } from '#contract/lines.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { lockStructure } from '../units/store.ts'
import { endLine as endStored, readPosition, wayUp } from './store.ts'

/** Ends the line of a position. It stays in the history; ending what is not there changes nothing. */
export function endLine(kernel: Kernel, actor: Actor, end: { readonly positionId: string; readonly kind: LineKind }) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const position = await readPosition(db, organisationId, end.positionId)
    const superior = (await wayUp(db, { organisationId, ...end }))[1]
    const before = await endStored(db, { organisationId, ...end }, kernel.clock.now())
    if (before !== null)
      record({
        verb: 'position.line-ended',
        subject: { type: 'position', id: end.positionId, title: position.title },
        before: { kind: end.kind, superior: superior?.name ?? null },
        after: { kind: end.kind, superior: null },
      })
    return { ...end, before }
  })
}
