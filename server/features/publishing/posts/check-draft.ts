import type { z } from 'zod'
import type { publishing } from '#contract/publishing.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findChannels } from '../channels/store.ts'
import { checkMessage } from '../domain/check-message.ts'
import type { PublishingPorts } from '../ports.ts'

type Draft = NonNullable<z.output<NonNullable<(typeof publishing.check)['~orpc']['inputSchema']>>>

/** Counts and checks a draft for several channels at once, by what each channel's own server allows. Saves nothing. */
export async function checkDraft(kernel: Kernel, ports: PublishingPorts, actor: Actor, draft: Draft) {
  const channels = await kernel.database.inOrganisation(actor.organisationId, (db) =>
    findChannels(db, actor.organisationId, draft.channelIds),
  )
  const parts = draft.parts.map(({ text, media }) => ({
    text,
    pictures: media.map(({ altText, type }) => ({ altText, type: type ?? null })),
  }))
  const items = draft.channelIds.map((channelId) => {
    const channel = channels.get(channelId)
    if (channel === undefined)
      throw new Refusal('reference.unknown', {}, [{ path: 'channelIds', code: 'reference.unknown' }])
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
    }
  })
  return { items }
}
