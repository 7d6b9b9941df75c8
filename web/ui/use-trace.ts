import { useQuery } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'
import type { Trace } from './trace-shape.ts'
import type { RecordType } from './record-link.tsx'

/** The trace of a record as `<Page trace>` takes it: `loading` until it is there, null when it cannot be had. */
export function useTrace(type: RecordType, id: string): Trace | 'loading' | null {
  const query = useQuery(orpc.measurement.trace.queryOptions({ input: { type, id } }))
  return query.data ?? (query.error === null ? 'loading' : null)
}
