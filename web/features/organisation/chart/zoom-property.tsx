import { useStore } from '@xyflow/react'
import { useEffect } from 'react'

/** Tells the styles how large the chart is drawn, as `--zoom`: what is pressed stays as large as a finger needs it. */
export function ZoomProperty() {
  const zoom = useStore(({ transform }) => transform[2])
  const flow = useStore(({ domNode }) => domNode)
  useEffect(() => {
    flow?.style.setProperty('--zoom', String(zoom))
  }, [flow, zoom])
  return null
}
