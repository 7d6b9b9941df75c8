import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import type { KpiPreview } from '../records.ts'

/** Eight weeks: as far back as the check of goals looks. */
const DAYS = 56

/** What a formula comes to with the organisation's own figures, a moment after it was typed; null for none. */
export function usePreview(formula: string): { readonly preview: KpiPreview | null; readonly settled: boolean } {
  const [typed] = useDebouncedValue(formula.trim() === '' ? '' : formula, 250)
  const query = useQuery({
    queryKey: [...orpc.strategy.catalogue.preview.key(), typed],
    queryFn: () => api.strategy.catalogue.preview({ formula: typed.slice(0, 400), days: DAYS }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  const preview = typed === '' ? null : (query.data ?? null)
  return { preview, settled: typed === formula && !query.isPlaceholderData && query.data !== undefined }
}
