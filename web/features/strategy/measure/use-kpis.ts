import { useQuery } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'
import type { Kpi } from '../records.ts'
import { useKpi } from './use-kpi.ts'
import type { KpiWords } from './use-kpi.ts'

/** The KPI catalogue with its words, by id. */
export function useKpis(): {
  readonly of: (id: string) => KpiWords | null
  readonly all: readonly Kpi[]
  readonly error: unknown
} {
  const words = useKpi()
  const query = useQuery(orpc.strategy.kpis.queryOptions({ staleTime: 60_000 }))
  const all = query.data?.items ?? []
  return {
    all,
    error: query.error,
    of: (id) => {
      const kpi = all.find((candidate) => candidate.id === id)
      return kpi === undefined ? null : words(kpi)
    },
  }
}
