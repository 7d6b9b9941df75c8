import type { Requirable } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { personOf } from '../person-of.ts'
import { currentText } from '../policies/show-policy.ts'
import { selectToAccept } from '../policies/store.ts'
import { selectUnmet, type UnmetRow } from './store-unmet.ts'

/** What somebody still has to accept or pass, with the rights that wait for it; also for what the role does not give. */
export function readMine(kernel: Kernel, actor: Actor) {
  const { organisationId } = actor
  const personId = personOf(actor)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const unmet = await selectUnmet(db, organisationId, personId, kernel.clock.now())
    const open = await selectToAccept(db, { organisationId, personId })
    return {
      lacking: bySubject(unmet),
      toAccept: open.map((row) => ({ id: row.id, title: currentText(row).title })),
    }
  })
}

function bySubject(rows: readonly UnmetRow[]) {
  return [...Map.groupBy(rows, (row) => row.subject_id)].flatMap(([id, [first, ...more]]) => {
    if (first === undefined) return []
    const actions: Requirable[] = [...new Set([first, ...more].map((row) => row.action))]
    return [
      {
        kind: first.kind,
        subject: { id, title: { en: first.title.en, tr: first.title.tr } },
        state: first.state,
        since: first.since,
        actions,
      },
    ]
  })
}
