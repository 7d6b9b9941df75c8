import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PlatformMark } from '../platform-mark.tsx'
import type { Channel } from '../records.ts'

interface ChannelFilterProps {
  readonly channels: readonly Channel[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Narrows the calendar to one channel. Nothing to choose with fewer than two. */
export function ChannelFilter({ channels, value, onChange }: ChannelFilterProps) {
  const { t } = useTranslation('publishing')
  const chosen = channels.find((channel) => channel.id === value)
  if (channels.length < 2 && value === null) return null
  return (
    <Select
      size="xs"
      w={200}
      aria-label={t('filter.channel')}
      placeholder={t('filter.all')}
      clearable
      searchable={channels.length > 8}
      value={value}
      onChange={onChange}
      data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      leftSection={chosen === undefined ? null : <PlatformMark platform={chosen.platform} size={14} />}
    />
  )
}
