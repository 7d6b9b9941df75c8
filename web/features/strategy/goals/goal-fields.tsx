import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { useKpis } from '../measure/use-kpis.ts'
import type { Goal } from '../records.ts'
import classes from '../objectives/objective-fields.module.css'
import type { GoalValues } from './goal-values.ts'
import { KpiSelect } from './kpi-select.tsx'
import { ObjectivesSelect } from './objectives-select.tsx'
import { SmartCheck } from './smart-check.tsx'

interface GoalFieldsProps {
  readonly form: ProblemForm<GoalValues>
  readonly owner?: Goal['owner']
}

/** The fields of a goal with what each is for, and what is already true of a good goal. */
export function GoalFields({ form, owner = null }: GoalFieldsProps) {
  const { t } = useTranslation('strategy')
  const { startsOn, kpi } = form.values
  const unit = useUnitMark(kpi)
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('goal.field.title')}
        description={t('goal.field.title.help')}
        {...form.getInputProps('title')}
      />
      <ObjectivesSelect {...form.getInputProps('objectiveIds')} />
      <KpiSelect {...form.getInputProps('kpi')} />
      <div className={classes.period}>
        <TextInput
          withAsterisk
          inputMode="decimal"
          label={t('goal.field.baseline')}
          description={t('goal.field.baseline.help')}
          rightSection={unit}
          {...form.getInputProps('baseline')}
        />
        <TextInput
          withAsterisk
          inputMode="decimal"
          label={t('goal.field.target')}
          description={t('goal.field.target.help')}
          rightSection={unit}
          {...form.getInputProps('target')}
        />
      </div>
      <div className={classes.period}>
        <DayInput
          required
          label={t('field.starts')}
          description={t('goal.field.starts.help')}
          {...form.getInputProps('startsOn')}
        />
        <DayInput
          required
          label={t('goal.field.due')}
          description={t('goal.field.due.help')}
          min={startsOn ?? undefined}
          {...form.getInputProps('dueOn')}
        />
      </div>
      <PersonSelect
        label={t('field.owner')}
        description={t('goal.field.owner.help')}
        known={owner}
        {...form.getInputProps('ownerId')}
      />
      <SmartCheck values={form.values} />
    </>
  )
}

/** `%`, the organisation's currency, or nothing, at the right of a figure. */
function useUnitMark(kpi: string | null) {
  const me = useMe()
  const { all } = useKpis()
  const unit = all.find((candidate) => candidate.id === kpi)?.unit
  if (unit === undefined || unit === 'count') return undefined
  return <span className={classes.unit}>{unit === 'percent' ? '%' : me.organisation.currency}</span>
}
