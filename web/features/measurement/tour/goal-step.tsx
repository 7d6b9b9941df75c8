import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { addDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useKpiWords } from '../figures/use-kpi-words.ts'
import type { TourRecords } from './find-tour-records.ts'
import classes from './tour.module.css'
import { useFieldChecks } from './use-field-checks.ts'
import type { Made } from './use-tour.ts'

const KPI = 'clicks'
const SUGGESTED_TARGET = 100
const A_QUARTER = 90

interface GoalStepProps {
  readonly objective: NonNullable<TourRecords['objective']>
  readonly made: Made
}

/** Step two: a goal that serves the objective and is measured by clicks. */
export function GoalStep({ objective, made }: GoalStepProps) {
  const { t } = useTranslation('measurement')
  const { person } = useMe()
  const today = useTime().today()
  const check = useFieldChecks()
  const kpi = useKpiWords()(KPI)
  const form = useProblemForm<{ title: string; target: number | string; dueOn: string | null }>({
    initialValues: { title: t('tour.goal.suggested'), target: SUGGESTED_TARGET, dueOn: addDays(today, A_QUARTER) },
    validate: { title: check.said, target: check.positive, dueOn: (day) => check.after(day, today) },
    draft: 'tour:goal',
    guard: false,
  })
  const send = form.submit(
    ({ title, target, dueOn }) =>
      api.strategy.createGoal({
        title,
        objectiveIds: [objective.id],
        kpi: KPI,
        baseline: '0',
        target: String(target),
        startsOn: today,
        dueOn: dueOn ?? '',
        ownerId: person.id,
      }),
    (goal) => made({ goal }),
  )
  return (
    <form className={classes.form} onSubmit={send}>
      <dl className={classes.fixed}>
        <dt>{t('tour.goal.serves')}</dt>
        <dd>{objective.title}</dd>
      </dl>
      <TextInput label={t('tour.goal.name')} withAsterisk maxLength={200} {...form.getInputProps('title')} />
      <div className={classes.pair}>
        <NumberInput
          label={t('tour.goal.target', { kpi: kpi.name })}
          description={kpi.meaning}
          withAsterisk
          min={1}
          max={999_999_999}
          allowDecimal={false}
          hideControls
          inputMode="numeric"
          {...form.getInputProps('target')}
        />
        <DayInput
          label={t('tour.goal.due')}
          description={t('tour.goal.due.text')}
          required
          min={today}
          {...form.getInputProps('dueOn')}
        />
      </div>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.foot}>
        <AllowedButton action="goals.change" why="beside" type="submit" loading={form.sending}>
          {t('tour.goal.action')}
        </AllowedButton>
      </div>
    </form>
  )
}
