import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RISKS } from '#contract/workflows.ts'
import { useUnits } from './use-units.ts'

interface Field<Value> {
  readonly value?: Value
  readonly onChange: (value: Value) => void
  readonly error?: React.ReactNode
}

/** Whose a channel or campaign is, and what is at stake with it: both decide who has to approve. */
export function PlaceFields({
  unit,
  risk,
}: {
  readonly unit: Field<string | null>
  readonly risk: Field<string | null>
}) {
  const { t } = useTranslation('approvals')
  const units = useUnits()
  return (
    <>
      <Select
        label={t('place.unit')}
        description={t('place.unit.help')}
        placeholder={t('place.unit.none')}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('place.unit.none') }}
        {...unit}
      />
      <Select
        label={t('place.risk')}
        description={t('place.risk.help')}
        data={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
        allowDeselect={false}
        {...risk}
      />
    </>
  )
}
