import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import type { ApprovalRoute } from '#web/ui/use-approval-words.ts'
import type { Channel } from '../records.ts'
import { formOf } from './composition.ts'
import type { Composition } from './composition.ts'

const WAIT_MS = 500

export interface Routes {
  /** By the id of their channel. */
  readonly byChannel: ReadonlyMap<string, ApprovalRoute>
  readonly failed: boolean
}

/** Who would have to approve the composition on each channel, half a second after the last key. */
export function useApprovalRoutes(composition: Composition, channels: readonly Channel[]): Routes {
  const wishes = channels.map((channel) => {
    const form = formOf(composition, channel.id, channel.description.threads)
    return {
      channelIds: [channel.id],
      parts: form.parts.map((part) => ({
        text: part.text,
        pictures: part.mediaIds.map((id) => ({ altText: composition.media[id]?.altText ?? '' })),
      })),
      title: form.title.trim() === '' ? null : form.title.trim(),
      language: composition.language === '' ? null : composition.language,
      campaignId: composition.campaign?.id ?? null,
      plannedOn: composition.timing === 'now' ? null : composition.when.date,
    }
  })
  const [settled] = useDebouncedValue(JSON.stringify(wishes), WAIT_MS)
  const answer = useQuery({
    queryKey: [...orpc.governance.workflows.route.key(), settled],
    queryFn: async () => {
      const asked = JSON.parse(settled) as typeof wishes
      const answers = await Promise.all(asked.map((wish) => api.governance.workflows.route(wish)))
      return answers.flatMap(({ items }) => items)
    },
    enabled: channels.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return { byChannel: new Map((answer.data ?? []).map((route) => [route.channelId, route])), failed: answer.isError }
}
