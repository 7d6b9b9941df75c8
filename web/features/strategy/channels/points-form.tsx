import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PLATFORMS } from '#contract/audit-records.ts'
import { BURDENS, MOST_POINTS } from '#contract/channel-criteria.ts'
import type { Criterion } from '#contract/channel-criteria.ts'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import type { ProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { CRITERIA } from './records.ts'
import type { Choice } from './records.ts'
import classes from './channels.module.css'

/** Points by criterion as text (empty: none), and why; flat, so that each can be joined on its own. */
type PointValues = Record<Criterion | `why-${Criterion}`, string> & { platform: Choice['platform'] }

function pointValues({ platform, points, reasons }: Pick<Choice, 'platform' | 'points' | 'reasons'>): PointValues {
  const values = { platform } as PointValues
  for (const criterion of CRITERIA) {
    values[criterion] = String(points[criterion] ?? '')
    values[`why-${criterion}`] = reasons[criterion] ?? ''
  }
  return values
}

function pointRequest(values: PointValues) {
  const points: Partial<Record<Criterion, number>> = {}
  const reasons: Partial<Record<Criterion, string>> = {}
  for (const criterion of CRITERIA) {
    if (values[criterion] !== '') points[criterion] = Number(values[criterion])
    if (values[`why-${criterion}`] !== '') reasons[criterion] = values[`why-${criterion}`]
  }
  return { points, reasons }
}

interface PointsFormProps {
  /** The platform to give points to; left out for a new one. */
  readonly choice?: Choice
  /** Those that are up for choice already. */
  readonly taken: readonly string[]
  readonly onDone: () => void
}

/** Gives a platform points for each criterion, with the reasons. */
export function PointsForm({ choice, taken, onDone }: PointsFormProps) {
  const { t } = useTranslation(['choice', 'accounts', 'ui'])
  const queryClient = useQueryClient()
  const free = ACCOUNT_PLATFORMS.filter((platform) => !taken.includes(platform))
  const empty = { platform: free[0] ?? 'other', points: {}, reasons: {}, version: 0 } as const
  const versions = useVersions({
    seen: choice ?? empty,
    read: () => api.strategy.channelChoice.show({ id: choice?.id ?? '' }),
    valuesOf: pointValues,
  })
  const form = useProblemForm<PointValues>({
    initialValues: pointValues(choice ?? empty),
    draft: `points:${choice === undefined ? 'new' : `${choice.id}:${choice.version}`}`,
  })
  const send = form.submit(
    (typed) =>
      choice === undefined
        ? api.strategy.channelChoice.create({ ...pointRequest(typed), platform: typed.platform })
        : versions.save(typed, ({ values, version }) =>
            api.strategy.channelChoice.change({ ...pointRequest(values), id: choice.id }, { context: { version } }),
          ),
    async (saved) => {
      onDone()
      announce(t('points.saved', { platform: t(`accounts:platform.${saved.platform}`) }))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <RestoredNote form={form} />
      {choice === undefined && (
        <Select
          data-autofocus
          label={t('column.platform')}
          allowDeselect={false}
          data={free.map((value) => ({ value, label: t(`accounts:platform.${value}`) }))}
          {...form.getInputProps('platform')}
        />
      )}
      {CRITERIA.map((criterion) => (
        <CriterionFields key={criterion} form={form} criterion={criterion} />
      ))}
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          CRITERIA.flatMap((criterion) =>
            ([criterion, `why-${criterion}`] as const)
              .filter((name) => conflict.names.includes(name))
              .map((name) => ({
                label:
                  name === criterion
                    ? t(`criterion.${criterion}`)
                    : t('points.reason.of', { criterion: t(`criterion.${criterion}`) }),
                mine: conflict.mine[name],
                theirs: conflict.theirs[name],
              })),
          )
        }
        save={send}
      />
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}

function CriterionFields({ form, criterion }: { form: ProblemForm<PointValues>; criterion: Criterion }) {
  const { t } = useTranslation('choice')
  const name = t(`criterion.${criterion}`)
  return (
    <fieldset className={classes.criterion}>
      <legend>
        {name}
        {BURDENS.includes(criterion) && <span className={classes.quiet}> ({t('burden')})</span>}
      </legend>
      <p className={classes.quiet}>{t(`criterion.${criterion}.help`)}</p>
      <SegmentedControl
        fullWidth
        aria-label={name}
        data={[
          { value: '', label: '–' },
          ...Array.from({ length: MOST_POINTS + 1 }, (_, points) => ({ value: `${points}`, label: `${points}` })),
        ]}
        {...form.getInputProps(criterion)}
      />
      <TextInput
        maxLength={500}
        placeholder={t('points.reason')}
        aria-label={t('points.reason.of', { criterion: name })}
        {...form.getInputProps(`why-${criterion}`)}
      />
    </fieldset>
  )
}
