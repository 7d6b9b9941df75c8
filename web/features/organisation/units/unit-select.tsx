import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../structure-records.ts'

interface UnitSelectProps {
  readonly label: string
  readonly description?: string
  readonly units: readonly Unit[]
  readonly value?: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: ReactNode
  readonly clearable?: boolean
}

/** Chooses one open unit, found by typing its name. */
export function UnitSelect({ units, clearable = false, ...field }: UnitSelectProps) {
  const { t } = useTranslation('units')
  const open = units.filter((unit) => unit.closedAt === null || unit.id === field.value)
  return (
    <Select
      {...field}
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      data={open.map((unit) => ({ value: unit.id, label: unit.name }))}
      nothingFoundMessage={t('nothing-found')}
    />
  )
}
