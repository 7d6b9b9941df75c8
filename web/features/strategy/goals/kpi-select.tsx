import { Select } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FUNNEL_STAGES } from '#contract/strategy.ts'
import { useKpis } from '../measure/use-kpis.ts'
import classes from './kpi-select.module.css'

// The order of the funnel; from the contract comes only its type.
const STAGES: readonly (typeof FUNNEL_STAGES)[number][] = ['awareness', 'consideration', 'conversion', 'loyalty']

interface KpiSelectProps {
  readonly value?: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: ReactNode
}

/** Chooses the measure of a goal; each says what it counts, and the chosen one how, in what and from where. */
export function KpiSelect({ value = null, onChange, error, ...rest }: KpiSelectProps) {
  const { t } = useTranslation('strategy')
  const kpis = useKpis()
  const groups = STAGES.map((stage) => ({
    group: t(`stage.${stage}`),
    items: kpis.all
      .filter((kpi) => kpi.funnelStage === stage)
      .map((kpi) => ({ value: kpi.id, label: kpis.of(kpi.id)?.name ?? kpi.id })),
  })).filter((group) => group.items.length > 0)
  return (
    <div>
      <Select
        {...rest}
        label={t('goal.field.kpi')}
        description={t('goal.field.kpi.help')}
        placeholder={t('goal.field.kpi.choose')}
        withAsterisk
        searchable
        data={groups}
        value={value}
        onChange={onChange}
        error={error}
        maxDropdownHeight={320}
        nothingFoundMessage={t('goal.field.kpi.none')}
        renderOption={({ option, checked }) => (
          <span className={classes.option}>
            <span className={classes.words}>
              <span className="medium">{option.label}</span>
              <span className={classes.meaning}>{kpis.of(option.value)?.meaning}</span>
            </span>
            {checked && <IconCheck size={16} stroke={1.5} aria-hidden />}
          </span>
        )}
      />
      {value !== null && <KpiFacts id={value} />}
    </div>
  )
}

/** How a KPI is counted: formula in words, unit, stage of the funnel and source. */
export function KpiFacts({ id }: { readonly id: string }) {
  const { t } = useTranslation('strategy')
  const kpi = useKpis().of(id)
  if (kpi === null) return null
  return (
    <dl className={classes.facts}>
      <dt>{t('kpi.formula')}</dt>
      <dd>{kpi.formula}</dd>
      <dt>{t('kpi.unit')}</dt>
      <dd>{kpi.unit}</dd>
      <dt>{t('kpi.stage')}</dt>
      <dd>{kpi.stage}</dd>
      <dt>{t('kpi.source')}</dt>
      <dd>{kpi.source}</dd>
    </dl>
  )
}
