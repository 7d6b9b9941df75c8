import type { OperatingModel } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Difference, RightChange } from '../domain/right-changes.ts'
import { notify, type NewNotice } from '../notices.ts'

interface News {
  readonly actor: Actor
  readonly modelId: string
  readonly model: OperatingModel
  readonly differences: ReadonlyMap<string, Difference>
}

/** Tells each person once what they gain and once what they lose; not the one who did it. */
export async function tellOfRights(kernel: Kernel, db: Db, { actor, modelId, model, differences }: News) {
  const notices = [...differences].flatMap(([personId, { gains, loses }]) =>
    personId === actor.personId
      ? []
      : [
          ...told(gains, { personId, kind: 'rights.gained', modelId, by: actor.name, model }),
          ...told(loses, { personId, kind: 'rights.lost', modelId, by: actor.name, model }),
        ],
  )
  await notify(db, kernel.clock, actor.organisationId, notices)
}

function told(
  changes: readonly RightChange[],
  {
    personId,
    kind,
    modelId,
    by,
    model,
  }: { personId: string; kind: NewNotice['kind']; modelId: string; by: string; model: OperatingModel },
): NewNotice[] {
  const first = changes[0]
  if (first === undefined) return []
  // A choice of the sentence holds neither full stop nor hyphen.
  const params = { by, model, action: first.action.replaceAll(/[.-]/g, '_'), others: changes.length - 1 }
  return [{ personId, kind, params, subject: { type: 'operating-model', id: modelId } }]
}
