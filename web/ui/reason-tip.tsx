import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'

/** A reason that appears on hover, focus and touch beside what it holds. */
export function ReasonTip({ reason, children }: { readonly reason: string; readonly children: ReactElement }) {
  return (
    <Tooltip label={reason} multiline w={264} events={{ hover: true, focus: true, touch: true }}>
      {children}
    </Tooltip>
  )
}
