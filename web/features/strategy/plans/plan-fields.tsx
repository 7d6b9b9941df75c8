import { MultiSelect, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { useUnits } from '#web/ui/use-units.ts'
import classes from '../objectives/objective-fields.module.css'
import { everyGoal, everyObjective } from '../records.ts'
import type { PlanValues } from './plan-values.ts'
import { everyTacticalPlan } from './records.ts'
import type { Plan } from './records.ts'

interface PlanFieldsProps {
  readonly form: ProblemForm<PlanValues>
  readonly owner?: Plan['owner']
}

/** The fields of a plan. Only tactical plans ask for a budget; only action plans carry out another one. */
export function PlanFields({ form, owner = null }: PlanFieldsProps) {
  const { t } = useTranslation('plans')
  const { organisation } = useMe()
  const tactical = form.values.level === 'tactical'
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('plan.field.title')}
        description={t('plan.field.title.help')}
        {...form.getInputProps('title')}
      />
      <AimFields form={form} />
      <div className={classes.period}>
        <DayInput required label={t('plan.field.starts')} {...form.getInputProps('startsOn')} />
        <DayInput
          required
          label={t('plan.field.ends')}
          min={form.values.startsOn ?? undefined}
          {...form.getInputProps('endsOn')}
        />
      </div>
      {tactical && (
        <TextInput
          inputMode="decimal"
          label={t('plan.field.budget')}
          description={t('plan.field.budget.help')}
          rightSection={<span className={classes.unit}>{organisation.currency}</span>}
          {...form.getInputProps('askedBudget')}
        />
      )}
      <UnitField form={form} />
      <PersonSelect label={t('plan.field.owner')} known={owner} {...form.getInputProps('ownerId')} />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        label={t('plan.field.description')}
        description={t('plan.field.description.help')}
        {...form.getInputProps('description')}
      />
    </>
  )
}

function AimFields({ form }: { form: ProblemForm<PlanValues> }) {
  const { t } = useTranslation('plans')
  const goals = useQuery(everyGoal).data ?? []
  const objectives = useQuery(everyObjective).data ?? []
  const plans = useQuery({ ...everyTacticalPlan, enabled: form.values.level === 'action' }).data ?? []
  const options = (records: readonly { id: string; title: string }[]) =>
    records.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <>
      {form.values.level === 'action' && (
        <Select
          label={t('plan.field.parent')}
          placeholder={t('plan.field.parent.none')}
          data={options(plans)}
          limit={100}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('plan.field.parent.none') }}
          nothingFoundMessage={t('plan.field.none-found')}
          {...form.getInputProps('parentId')}
        />
      )}
      <MultiSelect
        label={t('plan.field.goals')}
        placeholder={form.values.goalIds.length === 0 ? t('plan.field.goals.choose') : ''}
        data={options(goals)}
        limit={100}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('plan.field.none-found')}
        {...form.getInputProps('goalIds')}
      />
      <MultiSelect
        label={t('plan.field.objectives')}
        placeholder={form.values.objectiveIds.length === 0 ? t('plan.field.objectives.choose') : ''}
        data={options(objectives)}
        limit={100}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('plan.field.none-found')}
        {...form.getInputProps('objectiveIds')}
      />
    </>
  )
}

function UnitField({ form }: { form: ProblemForm<PlanValues> }) {
  const { t } = useTranslation('plans')
  const units = useUnits()
  return (
    <Select
      label={t('plan.field.unit')}
      description={t('plan.field.unit.help')}
      placeholder={t('plan.field.unit.none')}
      data={units.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('plan.field.unit.none') }}
      {...form.getInputProps('unitId')}
    />
  )
}
