import { Button, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { localeOf } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Plan } from './records.ts'

/** Approves a plan, with another budget where need be, or returns it with words. */
export function DecideForm({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('plans')
  const locale = localeOf(i18n.language)
  const number = useNumber()
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<'approved' | 'returned'>('approved')
  const asked = plan.askedBudget
  const form = useProblemForm({
    initialValues: { grantedBudget: asked === null ? '' : writeDecimal(asked, locale), words: '' },
    validate: {
      grantedBudget: (amount) =>
        amount.trim() !== '' && readDecimal(amount, locale) === null ? t('check.number') : null,
    },
    draft: `plan:decision:${plan.id}`,
  })
  const send = (chosen: 'approved' | 'returned') => {
    setOutcome(chosen)
    form.submit(
      ({ grantedBudget, words }) =>
        api.strategy.plans.decide(
          {
            id: plan.id,
            outcome: chosen,
            words,
            ...(chosen === 'approved' && plan.level === 'tactical' && grantedBudget.trim() !== ''
              ? { grantedBudget: readDecimal(grantedBudget, locale) ?? '' }
              : {}),
          },
          { context: { version: plan.version } },
        ),
      async () => {
        onDone()
        announce(t(`plan.decided.${chosen}`))
        await refreshStrategy(queryClient)
      },
    )()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send('approved')
      }}
    >
      {plan.level === 'tactical' && (
        <TextInput
          data-autofocus
          inputMode="decimal"
          label={t('plan.decide.budget')}
          description={t('plan.decide.budget.help', {
            asked: asked === null ? '–' : number.money({ amount: asked, currency: plan.currency }),
          })}
          rightSection={<span className="text-3">{plan.currency}</span>}
          {...form.getInputProps('grantedBudget')}
        />
      )}
      <Textarea
        autosize
        minRows={3}
        maxLength={2000}
        label={t('plan.decide.words')}
        description={t('plan.decide.words.help')}
        {...form.getInputProps('words')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        <Button variant="default" loading={form.sending && outcome === 'returned'} onClick={() => send('returned')}>
          {t('plan.decide.return')}
        </Button>
        <AllowedButton action="plans.change" type="submit" loading={form.sending && outcome === 'approved'}>
          {t('plan.decide.approve')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}
