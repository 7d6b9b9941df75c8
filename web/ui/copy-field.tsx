import { Button, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './toast.tsx'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly description?: string
}

/** A text to take away: selected when focused, and with a button where the browser allows copying (https and localhost). */
export function CopyField({ label, value, description }: CopyFieldProps) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    announce(t('copied'))
  }
  const Mark = copied ? IconCheck : IconCopy
  return (
    <Group align="flex-end" gap={8} wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        description={description}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      {window.isSecureContext && (
        <Button variant="default" leftSection={<Mark size={16} stroke={1.5} aria-hidden />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      )}
    </Group>
  )
}
