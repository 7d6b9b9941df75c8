import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { addDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { PERSPECTIVES } from '#contract/strategy.ts'
import classes from './tour.module.css'
import { useFieldChecks } from './use-field-checks.ts'
import type { Made } from './use-tour.ts'

const A_YEAR = 364

/** Step one: what the organisation wants to reach. */
export function ObjectiveStep({ made }: { readonly made: Made }) {
  const { t } = useTranslation(['measurement', 'strategy'])
  const { person } = useMe()
  const today = useTime().today()
  const check = useFieldChecks()
  const form = useProblemForm<{ title: string; perspective: string; endsOn: string | null }>({
    initialValues: { title: t('tour.objective.suggested'), perspective: 'financial', endsOn: addDays(today, A_YEAR) },
    validate: { title: check.said, endsOn: (day) => check.after(day, today) },
    draft: 'tour:objective',
    guard: false,
  })
  const send = form.submit(
    ({ title, perspective, endsOn }) =>
      api.strategy.createObjective({
        title,
        perspective: PERSPECTIVES.find((one) => one === perspective) ?? 'financial',
        startsOn: today,
        endsOn: endsOn ?? '',
        ownerId: person.id,
      }),
    (objective) => made({ objective }),
  )
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput label={t('tour.objective.name')} withAsterisk maxLength={200} {...form.getInputProps('title')} />
      <div className={classes.pair}>
        <Select
          label={t('tour.objective.perspective')}
          data={PERSPECTIVES.map((value) => ({ value, label: t(`strategy:perspective.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('perspective')}
        />
        <DayInput label={t('tour.objective.until')} required min={today} {...form.getInputProps('endsOn')} />
      </div>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.foot}>
        <AllowedButton action="objectives.change" why="beside" type="submit" loading={form.sending}>
          {t('tour.objective.action')}
        </AllowedButton>
      </div>
    </form>
  )
}
