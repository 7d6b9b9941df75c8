import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'

/** Pictures, newest first, page by page. */
export const picturePages = infiniteQueryOptions({
  queryKey: [...orpc.content.media.key(), 'pages'],
  queryFn: ({ pageParam }) => api.content.media({ limit: 60, ...(pageParam === null ? {} : { cursor: pageParam }) }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})
