import { useNavigate } from '@tanstack/react-router'
import { closesGap } from '#web/ui/trace-shape.ts'
import type { StationType, Trace } from '#web/ui/trace-shape.ts'
import { recordPath } from '#web/ui/record-link.tsx'

/** Goes to where a gap of the trace can be closed: to the plan of a campaign for the goal, else to the nearest record. */
export function useGap(trace: Trace | 'loading' | null): (gap: StationType) => void {
  const navigate = useNavigate()
  return (gap) => {
    const goal =
      trace === null || trace === 'loading'
        ? undefined
        : trace.stations.find((station) => station.type === 'goal')?.items[0]
    if (gap === 'campaign')
      return void navigate({
        to: '/content',
        search: { tab: 'campaigns', ...(goal === undefined ? {} : { goal: goal.id }) },
      })
    const where = trace === null || trace === 'loading' ? null : closesGap(trace, gap)
    if (where !== null) void navigate({ to: recordPath(where.type, where.id) })
  }
}
