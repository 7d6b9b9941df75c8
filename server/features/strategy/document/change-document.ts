import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { Refusal } from '#contract/refusal.ts'
import { PLAN_SECTIONS } from '#contract/plan-sections.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { checkOwner } from '../check-owner.ts'
import type { BothLanguages } from '../domain/plan-content.ts'
import { nextReview } from '../domain/review-rhythm.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { holdDocument } from './hold-document.ts'
import { showDocument } from './show-document.ts'
import { selectDocument, updateDocument, type DocumentRow } from './store.ts'
import { EMPTY } from './take-snapshot.ts'

type Changes = DocumentInput<'change'>

/** Writes texts, owner and rhythm of the plan. Refuses a version that is no longer the stored one, and a day of review that has passed. */
export function changeDocument({ kernel }: StrategyNeeds, context: RequestContext, changes: Changes) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdDocument(db, organisationId)
    expectVersion(context, row.version)
    await checkOwner(db, organisationId, changes.ownerId)
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    const before = facts(row)
    const texts = { ...row.texts, ...writtenTexts(changes) }
    const after = {
      ...before,
      title: changes.title === undefined ? before.title : oneLine(changes.title),
      texts: inOrder(texts),
      ownerId: changes.ownerId === undefined ? before.ownerId : changes.ownerId,
      ...rhythmOf(row, changes, today),
    }
    const changed = changedFields(before, after)
    if (changed === null) return showDocument(row, today)
    await updateDocument(db, organisationId, {
      title: JSON.stringify(after.title),
      texts: JSON.stringify(texts),
      owner_id: after.ownerId,
      review_every: after.reviewEvery,
      review_on: after.reviewOn,
      changed_by: actor.personId,
      changed_at: kernel.clock.now(),
    })
    record({
      verb: 'plan-document.changed',
      subject: { type: 'plan-document', id: organisationId },
      ...onlyChangedTexts(changed),
    })
    return showDocument(await selectDocument(db, organisationId), today)
  })
}

function facts(row: DocumentRow) {
  return {
    title: row.title,
    texts: inOrder(row.texts),
    ownerId: row.owner_id,
    reviewEvery: row.review_every,
    reviewOn: row.review_on,
  }
}

function inOrder(texts: DocumentRow['texts']): readonly { readonly key: string; readonly texts: BothLanguages }[] {
  return PLAN_SECTIONS.map((key) => ({ key, texts: { en: texts[key]?.en ?? '', tr: texts[key]?.tr ?? '' } }))
}

function writtenTexts({ texts = [] }: Changes): DocumentRow['texts'] {
  return Object.fromEntries(texts.map(({ key, texts: said }) => [key, { en: said.en, tr: said.tr }]))
}

function oneLine({ en, tr }: BothLanguages): BothLanguages {
  const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  return { ...EMPTY, en: line(en), tr: line(tr) }
}

/** A rhythm that begins, or is another one, starts from today; a day that is named holds. */
function rhythmOf(row: DocumentRow, { reviewEvery = row.review_every, reviewOn }: Changes, today: string) {
  if (reviewEvery === 'never') return { reviewEvery, reviewOn: null }
  if (reviewOn !== undefined && reviewOn !== row.review_on && reviewOn < today)
    throw new Refusal('request.invalid', {}, [{ path: 'reviewOn', code: 'time.past' }])
  const kept = reviewEvery === row.review_every ? row.review_on : null
  return { reviewEvery, reviewOn: reviewOn ?? kept ?? nextReview(today, reviewEvery, today) }
}

type Changed = NonNullable<ReturnType<typeof changedFields>>

/** For the event: of the sections only those that changed. */
function onlyChangedTexts({ before, after }: Changed): Changed {
  if (!Array.isArray(before.texts) || !Array.isArray(after.texts)) return { before, after }
  const [old, fresh] = [before.texts, after.texts]
  const differs = (_: unknown, place: number) => JSON.stringify(old[place]) !== JSON.stringify(fresh[place])
  return { before: { ...before, texts: old.filter(differs) }, after: { ...after, texts: fresh.filter(differs) } }
}
