import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

/** All channels of the organisation: there are tens, not thousands. */
export const everyChannel = queryOptions({
  queryKey: [...orpc.publishing.channels.key(), 'every'],
  queryFn: () => everyPage((page) => api.publishing.channels(page)),
})

/** The platforms and what each can do; they change only with a new version of Tutti. */
export const everyPlatform = queryOptions({
  queryKey: orpc.publishing.platforms.key(),
  queryFn: async () => (await api.publishing.platforms()).items,
  staleTime: Infinity,
})

/** All campaigns, for choosing one. */
export const everyCampaign = queryOptions({
  queryKey: [...orpc.content.campaigns.key(), 'every'],
  queryFn: () => everyPage((page) => api.content.campaigns(page)),
})

/** One post with its delivery. */
export function postQuery(id: string) {
  return orpc.publishing.post.queryOptions({ input: { id } })
}

/** The way of a post up to its objective and down to its result. */
export function traceQuery(id: string) {
  return orpc.measurement.trace.queryOptions({ input: { type: 'post', id }, retry: false })
}

/** After anything changed about posts or channels: all that shows them asks again. */
export async function refreshPublishing(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.publishing.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.measurement.key() }),
  ])
}
