import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'

interface UnitsSelectProps {
  readonly value?: string[]
  readonly onChange: (ids: string[]) => void
  readonly error?: React.ReactNode
  /** Those chosen now, so that their names are there before the list is. */
  readonly known: readonly { readonly id: string; readonly name: string }[]
}

/** Chooses units below which something holds. */
export function UnitsSelect({ known, ...field }: UnitsSelectProps) {
  const { t } = useTranslation('rules')
  const units = useQuery(orpc.organisation.units.list.queryOptions({ staleTime: 60_000 }))
  const names = new Map<string, string>(known.map(({ id, name }) => [id, name]))
  for (const unit of units.data?.items ?? []) if (unit.closedAt === null) names.set(unit.id, unit.name)
  return (
    <MultiSelect
      {...field}
      label={t('field.units')}
      description={t('field.units.hint')}
      data={[...names].map(([value, label]) => ({ value, label }))}
      searchable
    />
  )
}
