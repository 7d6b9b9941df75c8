import { Refusal, unknownReference } from '#contract/refusal.ts'
import { seeCampaign } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { demandChannel } from '../demand-channel.ts'
import type { Input } from '../input.ts'
import { checkPictures } from '../pieces/check-piece.ts'
import { holdPiece } from '../pieces/hold-piece.ts'
import type { ContentNeeds, ContentPorts } from '../ports.ts'
import { showVariant, variantFacts } from './show-variant.ts'
import { insertVariant, selectVariant, updateVariant, type VariantColumns, type VariantPlace } from './store.ts'

type Wish = Input<'setVariant'>

/**
 * Gives a channel its own form of a piece, which no longer follows the piece. The version that counts is the form's, not the
 * piece's. Refuses a channel or pictures that are unknown. What the platform cannot take is left to the checks.
 */
export function setVariant({ kernel, ports }: ContentNeeds, context: RequestContext, wish: Wish) {
  const actor = actorOf(context)
  const place: VariantPlace = { organisationId: actor.organisationId, pieceId: wish.id, channelId: wish.channelId }
  return change(kernel, actor, async ({ db, record }) => {
    const piece = await holdPiece(db, place.organisationId, place.pieceId)
    seeCampaign(actor, piece.campaign?.id)
    const stored = await selectVariant(db, place)
    const before = stored === null ? null : showVariant(stored)
    if (before !== null) expectVersion(context, before.version)
    else if (context.ifMatch !== null) throw new Refusal('record.changed')
    await checkReferences(db, ports, wish, place.organisationId)
    await demandChannel(db, actor, 'variants.change', wish.channelId)
    const columns = columnsOf(wish, kernel.clock.now())
    const facts = {
      channelId: wish.channelId,
      form: wish.form,
      title: wish.title,
      parts: wish.parts,
      contentWarning: wish.contentWarning,
      visibility: wish.visibility,
    }
    const changed = before === null ? { before: null, after: facts } : changedFields(variantFacts(before), facts)
    if (before !== null && changed === null) return before
    const row =
      before === null
        ? await insertVariant(db, place, { ...columns, id: kernel.clock.newId() })
        : await updateVariant(db, place, columns)
    record({
      verb: 'piece.variant-set',
      subject: { type: 'piece', id: piece.id, title: piece.title },
      before: changed?.before ?? null,
      after: { ...changed?.after, channelId: wish.channelId },
    })
    return showVariant(row)
  })
}

async function checkReferences(db: Db, ports: ContentPorts, wish: Wish, organisationId: string): Promise<void> {
  if ((await ports.channel(db, wish.channelId)) === null) throw unknownReference('channelId')
  await checkPictures(db, organisationId, { mediaIds: wish.parts.flatMap((part) => part.mediaIds), path: 'parts' })
}

function columnsOf({ form, title, parts, contentWarning, visibility }: Wish, now: Date): VariantColumns {
  return { form, title, parts: JSON.stringify(parts), content_warning: contentWarning, visibility, changed_at: now }
}
