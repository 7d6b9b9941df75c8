import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Channel, Proposal, Variant, VariantRequest } from '../records.ts'

export interface Offer {
  readonly proposal: Proposal
  readonly channel: Channel
  /** The channel's own text that accepting replaces. */
  readonly earlier: Variant | undefined
}

/** The form of a variant or proposal as the API takes it. */
function requestOf(
  pieceId: string,
  { channelId, form, title, parts, contentWarning, visibility }: Proposal | Variant,
): VariantRequest {
  return { id: pieceId, channelId, form, title, parts, contentWarning, visibility }
}

/** Accepts proposals and lets channels follow the piece again; each can be undone from the toast. */
export function useVariants(pieceId: string) {
  const { t } = useTranslation('content')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.content.key() })

  async function putBack({ channel, earlier }: Pick<Offer, 'channel' | 'earlier'>): Promise<void> {
    try {
      await (earlier === undefined
        ? api.content.removeVariant({ id: pieceId, channelId: channel.id })
        : api.content.setVariant(requestOf(pieceId, earlier)))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }

  /** Saves the proposals one after the other and comes back with the ids of the channels that have taken theirs. */
  async function accept(offers: readonly Offer[]): Promise<readonly string[]> {
    const done: Offer[] = []
    for (const offer of offers) {
      try {
        const context = offer.earlier === undefined ? {} : { version: offer.earlier.version }
        await api.content.setVariant(requestOf(pieceId, offer.proposal), { context })
        done.push(offer)
      } catch (error) {
        announce(sentence(error), { tone: 'refused' })
      }
    }
    await refresh()
    const undo = async () => {
      for (const offer of done) await putBack(offer)
      await refresh()
    }
    if (done.length > 0) announce(t('atomise.saved', { channel: done[0]?.channel.name, count: done.length }), { undo })
    return done.map((offer) => offer.channel.id)
  }

  async function follow(variant: Variant, channel: Channel): Promise<void> {
    try {
      await api.content.removeVariant({ id: pieceId, channelId: channel.id }, { context: { version: variant.version } })
      announce(t('variant.follows-now', { channel: channel.name }), {
        undo: () => putBack({ channel, earlier: variant }).then(refresh),
      })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
    await refresh()
  }
  return { accept, follow }
}
