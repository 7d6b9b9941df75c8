import { Skeleton } from '@mantine/core'
import { Card } from './card.tsx'
import { TraceLine } from './trace-line.tsx'
import type { StationType, Trace } from './trace-line.tsx'

interface TraceCardProps {
  readonly trace: Trace | 'loading' | null
  /** Closes a gap on this page. */
  readonly onClose: (gap: StationType) => void
}

/** The trace of a page that can close its own gaps. Nothing while the trace cannot be had. */
export function TraceCard({ trace, onClose }: TraceCardProps) {
  if (trace === null) return null
  return <Card>{trace === 'loading' ? <Skeleton height={64} /> : <TraceLine trace={trace} onClose={onClose} />}</Card>
}
