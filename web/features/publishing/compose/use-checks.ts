import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import type { Channel, Check, CheckRequest } from '../records.ts'
import { formOf } from './composition.ts'
import type { Composition } from './composition.ts'

const WAIT_MS = 250

interface Asked {
  readonly request: CheckRequest
  readonly key: string
}

/** One question for all channels that would get the same, so that ten channels on the base text cost one request. */
function questions(composition: Composition, channels: readonly Channel[]): readonly Asked[] {
  const asked = new Map<string, string[]>()
  for (const channel of channels) {
    const { description: platform } = channel
    const form = formOf(composition, channel.id, platform.threads)
    const parts = form.parts.map((part) => ({
      text: part.text,
      media: part.mediaIds.map((id) => {
        const media = composition.media[id]
        return {
          altText: media?.altText ?? '',
          ...(media === undefined || media.type === '' ? {} : { type: media.type }),
        }
      }),
    }))
    const warning = platform.contentWarning ? (composition.extras[channel.id]?.contentWarning.trim() ?? '') : ''
    const same = JSON.stringify({
      parts,
      title: platform.title === null || form.title.trim() === '' ? null : form.title.trim(),
      contentWarning: warning === '' ? null : warning,
      trackLinks: composition.trackLinks,
      language: composition.language === '' ? null : composition.language,
      campaignId: composition.campaign?.id ?? null,
      // Rules know days: the hour would only ask again without a new answer.
      plannedAt: composition.timing === 'at' && composition.when.date !== '' ? `${composition.when.date}T12:00` : null,
    })
    asked.set(same, [...(asked.get(same) ?? []), channel.id])
  }
  return [...asked].map(([same, channelIds]) => ({
    key: `${channelIds.join(' ')} ${same}`,
    request: { ...(JSON.parse(same) as Omit<CheckRequest, 'channelIds'>), channelIds },
  }))
}

export interface Checks {
  readonly byChannel: ReadonlyMap<string, Check>
  /** Whether the answers belong to what is written now. */
  readonly current: boolean
  readonly failed: boolean
}

/** What the checks say about the composition, a quarter of a second after the last key. */
export function useChecks(composition: Composition, channels: readonly Channel[]): Checks {
  const now = questions(composition, channels)
  const key = JSON.stringify(now.map((one) => one.key))
  const [settled] = useDebouncedValue({ key, asked: now }, WAIT_MS)
  const answers = useQueries({
    queries: settled.asked.map(({ request, key }) => ({
      queryKey: [...orpc.publishing.check.key(), key],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.publishing.check(request, { signal }),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
      gcTime: 60_000,
    })),
  })
  return {
    byChannel: new Map(answers.flatMap((answer) => answer.data?.items ?? []).map((item) => [item.channelId, item])),
    current: settled.key === key && answers.every((answer) => answer.isSuccess && !answer.isPlaceholderData),
    failed: answers.some((answer) => answer.isError),
  }
}
