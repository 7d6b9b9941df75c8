import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface CopyButtonProps {
  readonly text: string
  /** What is copied: "Copy tutti.example/l/abc". */
  readonly label: string
}

/** Copies a text and says so, also to screen readers. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation('ui')
  const clipboard = useClipboard({ timeout: 2000 })
  // Browsers let a page copy only over https and on this machine.
  if (!window.isSecureContext) return null
  return (
    <>
      <Tooltip label={clipboard.copied ? t('copied') : t('copy')}>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={() => clipboard.copy(text)}>
          {clipboard.copied ? (
            <IconCheck size={16} stroke={1.5} aria-hidden />
          ) : (
            <IconCopy size={16} stroke={1.5} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
      <span className="visually-hidden" role="status">
        {clipboard.copied ? t('copied') : ''}
      </span>
    </>
  )
}
