import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { isMoving, isUnsettled } from '../post-rules.ts'
import type { Post } from '../records.ts'
import { instantsOf } from './ledger-period.ts'
import type { LedgerFilter, Period } from './ledger-period.ts'

const SOON_MS = 2000
const LATER_MS = 20_000

function pace(posts: readonly Post[]): number {
  const now = new Date()
  return posts.some((post) => isMoving(post.delivery, now)) ? SOON_MS : LATER_MS
}

/** Every delivery that a person has to settle, however old: nothing that waits is hidden by a period. */
function useWaiting() {
  return useQuery({
    queryKey: [...orpc.publishing.deliveries.key(), 'waiting'],
    queryFn: async () => {
      const [person, unknown] = await Promise.all([
        everyPage((page) => api.publishing.deliveries({ ...page, state: 'needs-person' })),
        everyPage((page) => api.publishing.deliveries({ ...page, state: 'unknown' })),
      ])
      return [...person, ...unknown]
    },
    refetchInterval: (query) => pace(query.state.data ?? []),
  })
}

/** The ledger of a period, page by page; asks again every two seconds while something is on its way. */
export function useLedger(period: Period, filter: LedgerFilter | null) {
  const time = useTime()
  const span = instantsOf(period, time.today(), time.timeZone)
  const state = filter === null || filter === 'waiting' ? {} : { state: filter }
  const waiting = useWaiting()
  const pages = useInfiniteQuery({
    queryKey: [...orpc.publishing.deliveries.key(), 'ledger', span, state],
    queryFn: ({ pageParam }) =>
      api.publishing.deliveries({ ...span, ...state, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) => pace(query.state.data?.pages.flatMap((page) => page.items) ?? []),
    placeholderData: (previous) => previous,
  })
  const unsettled = filter === null || filter === 'waiting' ? (waiting.data ?? []) : []
  const shown = new Set(unsettled.map((post) => post.id))
  const inPeriod = filter === 'waiting' ? [] : (pages.data?.pages.flatMap((page) => page.items) ?? [])
  // The two answers may be seconds apart: what waits for a person is shown once, above.
  const rows = [...unsettled, ...inPeriod.filter((post) => !isUnsettled(post.delivery.state) && !shown.has(post.id))]
  return { pages, waiting, rows, counts: pages.data?.pages[0]?.counts }
}
