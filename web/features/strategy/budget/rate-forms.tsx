import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { readDecimal } from '../measure/decimal.ts'
import fields from '../objectives/objective-fields.module.css'
import { refreshStrategy } from '../refresh-strategy.ts'
import { EntryFoot } from './entry-foot.tsx'
import { useBudgetChecks } from './use-budget-checks.ts'

/** The form that enters the rate of a day. */
export function RateForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('budget')
  const { organisation } = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const { day, currency, rate } = useBudgetChecks()
  const form = useProblemForm({
    initialValues: {
      base: '',
      quote: organisation.currency,
      onDay: time.today(),
      rate: '',
      source: '',
    },
    validate: { base: currency, quote: currency, onDay: day, rate },
  })
  const send = form.submit(
    (values) =>
      api.strategy.budget.setRate({
        ...values,
        base: values.base.trim().toUpperCase(),
        quote: values.quote.trim().toUpperCase(),
        onDay: values.onDay ?? '',
        rate: values.rate.trim().replace(',', '.'),
      }),
    async () => {
      onDone()
      announce(t('rate.set'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <p className="text-2">{t('rate.empty.text')}</p>
      <div className={fields.period}>
        <TextInput
          data-autofocus
          withAsterisk
          maxLength={3}
          label={t('rate.base')}
          placeholder="USD"
          {...form.getInputProps('base')}
        />
        <TextInput withAsterisk maxLength={3} label={t('rate.quote')} {...form.getInputProps('quote')} />
        <TextInput withAsterisk inputMode="decimal" label={t('rate.rate')} {...form.getInputProps('rate')} />
        <DayInput required label={t('field.day')} {...form.getInputProps('onDay')} />
      </div>
      <TextInput maxLength={120} label={t('rate.source')} {...form.getInputProps('source')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <EntryFoot action="budget.change" save={t('rate.new')} sending={form.sending} onCancel={onDone} />
    </form>
  )
}

/** The form that sets what an hour of a person costs from a day on. */
export function CostRateForm({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('budget')
  const locale = localeOf(i18n.language)
  const { organisation } = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const { day, currency, price, person } = useBudgetChecks()
  const form = useProblemForm({
    initialValues: {
      personId: null as string | null,
      since: `${time.today().slice(0, 7)}-01` as string | null,
      amount: '',
      currency: organisation.currency,
    },
    validate: { personId: person, since: day, amount: price, currency },
  })
  const send = form.submit(
    (values) =>
      api.strategy.budget.setCostRate({
        personId: values.personId ?? '',
        since: values.since ?? '',
        amount: readDecimal(values.amount, locale) ?? '',
        currency: values.currency.trim().toUpperCase(),
      }),
    async () => {
      onDone()
      announce(t('cost.set'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <p className="text-2">{t('cost.empty.text')}</p>
      <PersonSelect label={t('cost.person')} {...form.getInputProps('personId')} />
      <div className={fields.period}>
        <TextInput withAsterisk inputMode="decimal" label={t('cost.amount')} {...form.getInputProps('amount')} />
        <TextInput maxLength={3} label={t('field.currency')} {...form.getInputProps('currency')} />
        <DayInput required label={t('cost.since')} {...form.getInputProps('since')} />
      </div>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <EntryFoot action="cost-rates.read" save={t('cost.new')} sending={form.sending} onCancel={onDone} />
    </form>
  )
}
