import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PERSPECTIVE_ORDER } from '../perspective.ts'
import { everyObjective } from '../records.ts'

interface ObjectivesSelectProps {
  readonly value?: string[]
  readonly onChange: (ids: string[]) => void
  readonly error?: ReactNode
}

/** Chooses the objectives that a goal serves, grouped by perspective. */
export function ObjectivesSelect({ value = [], onChange, error, ...rest }: ObjectivesSelectProps) {
  const { t } = useTranslation('strategy')
  const objectives = useQuery(everyObjective).data ?? []
  const groups = PERSPECTIVE_ORDER.map((perspective) => ({
    group: t(`perspective.${perspective}`),
    items: objectives
      .filter((objective) => objective.perspective === perspective)
      .map(({ id, title }) => ({ value: id, label: title })),
  })).filter((group) => group.items.length > 0)
  return (
    <MultiSelect
      {...rest}
      label={t('goal.field.objectives')}
      description={t('goal.field.objectives.help')}
      placeholder={value.length === 0 ? t('goal.field.objectives.choose') : ''}
      searchable
      hidePickedOptions
      data={groups}
      value={value}
      onChange={onChange}
      error={error}
      nothingFoundMessage={t('goal.field.objectives.none')}
    />
  )
}
