import { useQuery } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'

const MOST_LINKS = 200

/**
 * The title of the post that a conversion is credited to; null until it is known. The newest links, asked for once, name
 * most of them; for an older one its trace is read.
 */
export function useCreditedPost({
  linkId,
  postId,
}: {
  readonly linkId: string
  readonly postId: string
}): string | null {
  const links = useQuery(orpc.measurement.links.queryOptions({ input: { limit: MOST_LINKS }, staleTime: 60_000 }))
  const named = links.data?.items.find((link) => link.id === linkId)?.post ?? null
  const trace = useQuery(
    orpc.measurement.trace.queryOptions({
      input: { type: 'post', id: postId },
      enabled: !links.isPending && named === null,
      staleTime: 300_000,
    }),
  )
  return named ?? trace.data?.stations.find(({ type }) => type === 'post')?.items[0]?.title ?? null
}
