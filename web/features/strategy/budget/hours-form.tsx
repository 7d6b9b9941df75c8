import { TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay, useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { announce } from '#web/ui/toast.tsx'
import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import fields from '../objectives/objective-fields.module.css'
import { refreshStrategy } from '../refresh-strategy.ts'
import { EntryFoot } from './entry-foot.tsx'
import { PlaceSelects, placeValues } from './place-select.tsx'
import type { Hours } from './records.ts'
import { useBudgetChecks } from './use-budget-checks.ts'
import { useEntryRemoval } from './use-entry-removal.ts'

interface HoursFormProps {
  /** The entry to change; left out for a new one. */
  readonly entry?: Hours | undefined
  readonly onDone: () => void
}

/** The form of hours worked. Whoever may see cost rates may write them down for others. */
export function HoursForm({ entry, onDone }: HoursFormProps) {
  const { t, i18n } = useTranslation(['budget', 'ui'])
  const locale = localeOf(i18n.language)
  const me = useMe()
  const time = useTime()
  const rates = useMay('cost-rates.read').because === ''
  const queryClient = useQueryClient()
  const remove = useEntryRemoval(onDone)
  const { day, hours, person } = useBudgetChecks()
  const form = useProblemForm({
    initialValues: {
      personId: entry?.person.id ?? me.person.id,
      onDay: entry?.onDay ?? time.today(),
      hours: entry === undefined ? '' : writeDecimal(entry.hours, locale),
      note: entry?.note ?? '',
      ...placeValues(entry ?? { unit: null, campaign: null, plan: null }),
    },
    validate: { onDay: day, hours, personId: person },
    draft: entry === undefined ? 'hours:new' : `hours:${entry.id}:${entry.version}`,
  })
  const send = form.submit(
    ({ personId, ...values }) => {
      const request = { ...values, onDay: values.onDay ?? '', hours: readDecimal(values.hours, locale) ?? '' }
      return entry === undefined
        ? api.strategy.budget.logHours({ ...request, ...(personId === null ? {} : { personId }) })
        : api.strategy.budget.changeHours({ ...request, id: entry.id }, { context: { version: entry.version } })
    },
    async () => {
      onDone()
      announce(t(entry === undefined ? 'hours.logged' : 'hours.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const heldBy = entry?.mayChange === false ? t('hours.over') : undefined
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      {rates && entry === undefined && (
        <PersonSelect label={t('hours.person')} known={me.person} {...form.getInputProps('personId')} />
      )}
      <div className={fields.period}>
        <DayInput required label={t('hours.day')} {...form.getInputProps('onDay')} />
        <TextInput
          data-autofocus
          withAsterisk
          inputMode="decimal"
          label={t('hours.hours')}
          {...form.getInputProps('hours')}
        />
        <PlaceSelects inputOf={(name) => form.getInputProps(name)} />
      </div>
      <Textarea
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        label={t('field.note')}
        {...form.getInputProps('note')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <EntryFoot
        action="plans.change"
        heldBy={heldBy}
        save={t(entry === undefined ? 'hours.log' : 'ui:save')}
        sending={form.sending}
        onCancel={onDone}
        onRemove={
          entry === undefined
            ? undefined
            : () =>
                void remove({
                  said: t('hours.removed'),
                  remove: () =>
                    api.strategy.budget.removeHours({ id: entry.id }, { context: { version: entry.version } }),
                  restore: () => api.strategy.budget.restoreHours({ id: entry.id }),
                })
        }
      />
    </form>
  )
}
