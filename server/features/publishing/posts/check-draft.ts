import type { z } from 'zod'
import type { publishing } from '#contract/publishing.ts'
import { unknownReference } from '#contract/refusal.ts'
import { findForAims, recordHits } from '#server/features/governance/index.ts'
import { checkGiven } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findChannels } from '../channels/store.ts'
import { checkMessage } from '../domain/check-message.ts'
import type { PublishingPorts } from '../ports.ts'

type Draft = NonNullable<z.output<NonNullable<(typeof publishing.check)['~orpc']['inputSchema']>>>

/**
 * Counts and checks a draft for several channels at once: by what each channel's own server allows, and by the rules of brand
 * and region. Saves nothing but that confidential words were typed.
 */
export async function checkDraft(kernel: Kernel, ports: PublishingPorts, actor: Actor, draft: Draft) {
  const { organisationId } = actor
  checkGiven(actor, draft)
  const { channels, checked } = await kernel.database.inOrganisation(organisationId, async (db) => {
    const channels = await findChannels(db, organisationId, draft.channelIds)
    if (draft.channelIds.some((id) => !channels.has(id))) throw unknownReference('channelIds')
    const aims = draft.channelIds.map((id) => ({
      language: draft.language ?? null,
      platform: channels.get(id)?.platform ?? null,
      unitId: channels.get(id)?.unitId ?? null,
      campaignId: draft.campaignId ?? null,
      plannedOn: draft.plannedAt?.slice(0, 10) ?? null,
    }))
    const text = { parts: draft.parts, title: draft.title ?? null }
    return { channels, checked: await findForAims(kernel, db, organisationId, text, aims) }
  })
  await recordHits(kernel, actor, checked.secrets)
  const parts = draft.parts.map(({ text, media }) => ({
    text,
    pictures: media.map(({ altText, type }) => ({ altText, type: type ?? null })),
  }))
  const items = draft.channelIds.flatMap((channelId, place) => {
    const channel = channels.get(channelId)
    if (channel === undefined) return []
    const { counts, findings } = checkMessage(
      {
        parts,
        title: draft.title ?? null,
        contentWarning: draft.contentWarning ?? null,
        visibility: null,
        trackLinks: draft.trackLinks ?? true,
      },
      channel.description,
      ports.linkLength,
    )
    return {
      channelId,
      counts: [...counts],
      findings: findings.map((finding) => ({ ...finding, params: { ...finding.params } })),
      rules: [...(checked.findings[place] ?? [])],
    }
  })
  return { items }
}
