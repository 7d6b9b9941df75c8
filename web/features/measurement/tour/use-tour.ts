import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, orpc } from '#web/kernel/client.ts'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import { findTourRecords } from './find-tour-records.ts'
import type { TourRecords } from './find-tour-records.ts'
import { keepTour, readTour, tourName } from './kept-ids.ts'
import { isUnderWay, stepOf } from './steps.ts'

const ASK_AGAIN_MS = 1500

/** Which records the tour has, and how to say that one was made. */
export function useTourRecords() {
  const queryClient = useQueryClient()
  const name = tourName(useMe())
  const queryKey = ['tour', name]
  const query = useQuery({
    queryKey,
    queryFn: () => findTourRecords(readTour(name)),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const made = (change: Partial<TourRecords>) => {
    const before = queryClient.getQueryData<TourRecords>(queryKey)
    if (before === undefined) return
    const after = { ...before, ...change }
    queryClient.setQueryData(queryKey, after)
    keepTour(
      name,
      Object.fromEntries(
        (['objective', 'goal', 'campaign', 'piece', 'post'] as const).flatMap((key) =>
          after[key] === null ? [] : [[key, after[key].id]],
        ),
      ),
    )
    for (const room of [orpc.strategy, orpc.content, orpc.publishing, orpc.measurement])
      void queryClient.invalidateQueries({ queryKey: room.key() })
  }
  const beginAnew = async () => {
    keepTour(name, {})
    await queryClient.resetQueries({ queryKey })
  }
  return { query, made, beginAnew }
}

export type Made = ReturnType<typeof useTourRecords>['made']

/** The post's delivery and the clicks on it, asked again until the one is settled and the other counted; and the step they leave open. */
export function useTourProgress(records: TourRecords) {
  const { post: made } = records
  const post = useQuery(
    orpc.publishing.post.queryOptions({
      input: { id: made?.id ?? '' },
      enabled: made !== null,
      refetchInterval: ({ state }) => (isUnderWay(state.data?.delivery.state ?? 'planned') ? ASK_AGAIN_MS : false),
    }),
  )
  const delivered = made === null ? null : (post.data ?? made)
  const out = delivered?.delivery.state === 'published'
  const trace = useQuery(
    orpc.measurement.trace.queryOptions({
      input: { type: 'post', id: made?.id ?? '' },
      enabled: out,
      refetchInterval: ({ state }) => ((state.data?.result.clicks ?? 0) === 0 ? ASK_AGAIN_MS : false),
      refetchOnWindowFocus: 'always',
    }),
  )
  const clicks = trace.data?.result.clicks ?? 0
  const step = stepOf({ ...records, post: delivered, clicks })
  useFreshHomes(step)
  return { post: delivered, trace: trace.data ?? null, step }
}

/** What stands below the tour shows each step's outcome at once. */
function useFreshHomes(step: string): void {
  const queryClient = useQueryClient()
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    for (const home of [orpc.measurement.executiveHome, orpc.measurement.managerHome, orpc.measurement.officerHome])
      void queryClient.invalidateQueries({ queryKey: home.key() })
  }, [queryClient, step])
}

/** Puts the tour away or brings it back, on the server, so that it holds in every browser. */
export function useTourSwitch(): (tour: 'put-away' | 'again') => Promise<void> {
  const queryClient = useQueryClient()
  return async (tour) => {
    queryClient.setQueryData(meQuery.queryKey, await api.session.change({ tour }))
  }
}
