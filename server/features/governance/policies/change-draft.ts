import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { isSamePolicy, type PolicyText } from '../domain/policy-text.ts'
import type { Input } from '../input.ts'
import { checkSections } from './check-sections.ts'
import { holdPolicy, showHeld } from './hold-policy.ts'
import { currentText, titleOf } from './show-policy.ts'
import { textOf, updatePolicy } from './store.ts'

/** Writes the draft of the next version; what is in force stays as it is. Refuses a version that is no longer the stored one. */
export function changeDraft(kernel: Kernel, context: RequestContext, { id, content }: Input<'policies', 'change'>) {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdPolicy(db, actor, id)
    expectVersion(context, row.version)
    checkSections(content)
    const before = textOf(row.draft ?? row.content)
    if (row.draft !== null && isSamePolicy(before, content)) return showHeld(db, actor, id)
    await updatePolicy(db, actor.organisationId, id, { draft: JSON.stringify(content) })
    record({
      verb: 'policy.draft-changed',
      subject: { type: 'policy', id, title: titleOf(content) },
      ...changedSections(before, content),
    })
    return showHeld(db, actor, id)
  })
}

/** Drops the draft of the next version. A policy that was never published keeps its only text. */
export function discardDraft(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdPolicy(db, actor, id)
    expectVersion(context, row.version)
    if (row.draft === null || row.current === null) return showHeld(db, actor, id)
    await updatePolicy(db, actor.organisationId, id, { draft: null })
    record({
      verb: 'policy.draft-discarded',
      subject: { type: 'policy', id, title: titleOf(currentText(row)) },
      ...changedSections(textOf(row.draft), currentText(row)),
    })
    return showHeld(db, actor, id)
  })
}

/** For the event: the sections whose words changed, as they were and as they are. */
function changedSections(before: PolicyText, after: PolicyText) {
  const only = (text: PolicyText, other: PolicyText) => ({
    ...(JSON.stringify(text.title) === JSON.stringify(other.title) ? {} : { title: text.title }),
    ...(JSON.stringify(text.summary) === JSON.stringify(other.summary) ? {} : { summary: text.summary }),
    sections: text.sections.filter(
      (section) => !other.sections.some((each) => JSON.stringify(each) === JSON.stringify(section)),
    ),
  })
  return { before: only(before, after), after: only(after, before) }
}
