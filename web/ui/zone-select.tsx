import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

interface ZoneSelectProps {
  readonly label: string
  readonly description?: string
  /** Of `form.getInputProps('timeZone')`. */
  readonly field: { readonly value?: unknown; readonly onChange: unknown; readonly error?: unknown }
}

/** Every time zone the browser knows, found by typing a city. */
export function ZoneSelect({ label, description, field }: ZoneSelectProps) {
  const { t } = useTranslation('ui')
  const value = typeof field.value === 'string' ? field.value : ''
  const zones = useMemo(
    () => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(value === '' ? [] : [value])])].sort(),
    [value],
  )
  return (
    <Select
      label={label}
      description={description}
      data={zones}
      searchable
      allowDeselect={false}
      limit={100}
      nothingFoundMessage={t('nothing-found')}
      {...(field as object)}
    />
  )
}

/** The zone this browser lives in. */
export function guessTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}
