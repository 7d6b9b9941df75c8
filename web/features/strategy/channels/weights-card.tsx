import { NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MOST_WEIGHT } from '#contract/channel-criteria.ts'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { allChoices, CRITERIA, eachCriterion } from './records.ts'
import type { Choices } from './records.ts'
import classes from './channels.module.css'

/** What each criterion weighs, always in sight, with its share of the score. */
export function WeightsCard({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('choice')
  const number = useNumber()
  const queryClient = useQueryClient()
  const seen = (one: Choices) => ({ version: one.weightsVersion, weights: one.weights })
  const versions = useVersions({
    seen: seen(choices),
    read: async () => seen(await queryClient.fetchQuery({ ...allChoices, staleTime: 0 })),
    valuesOf: ({ weights }) => eachCriterion((criterion): string | number => weights[criterion]),
  })
  const form = useProblemForm({
    initialValues: eachCriterion((criterion): string | number => choices.weights[criterion]),
    draft: `weights:${choices.weightsVersion}`,
  })
  const given = (criterion: (typeof CRITERIA)[number]) => Number(form.values[criterion])
  const total = CRITERIA.reduce((sum, criterion) => sum + given(criterion), 0)
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, version }) =>
        api.strategy.channelChoice.setWeights(
          { weights: eachCriterion((criterion) => Number(values[criterion])) },
          { context: { version } },
        ),
      ),
    async () => {
      announce(t('weights.saved'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <Card title={t('weights')}>
      <form onSubmit={send}>
        <div className={classes.weights}>
          {CRITERIA.map((criterion) => (
            <NumberInput
              key={criterion}
              min={0}
              max={MOST_WEIGHT}
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="strict"
              label={t(`criterion.${criterion}`)}
              description={t('weights.share', { share: number.share(total === 0 ? 0 : given(criterion) / total) })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps(criterion)}
            />
          ))}
        </div>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <div className={classes.foot}>
          <p className={classes.quiet}>{t('weights.help')}</p>
          <AllowedButton action="goals.change" variant="default" type="submit" loading={form.sending}>
            {t('weights.save')}
          </AllowedButton>
        </div>
      </form>
    </Card>
  )
}
