import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

/** A small cross that takes one line away. */
export function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconX size={14} stroke={1.5} aria-hidden />
    </Button>
  )
}
