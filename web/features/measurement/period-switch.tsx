import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PERIODS, readPeriod } from './period.ts'
import type { Period } from './period.ts'

interface PeriodSwitchProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** Month, quarter or year: the calendar's one that today is in. */
export function PeriodSwitch({ period, onChange }: PeriodSwitchProps) {
  const { t } = useTranslation('measurement')
  return (
    <SegmentedControl
      withItemsBorders={false}
      aria-label={t('period.label')}
      value={period}
      onChange={(value) => onChange(readPeriod(value))}
      data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
    />
  )
}
