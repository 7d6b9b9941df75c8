import { useQueryClient } from '@tanstack/react-query'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PLAN_STARTERS, type PlanStarter } from '#contract/plan-sections.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from './document.module.css'

type Choice = PlanStarter | 'blank'
const CHOICES: readonly Choice[] = [...PLAN_STARTERS, 'blank']

/** Nothing yet: what a plan is, and five ways to begin it. */
export function BeginPlan() {
  const { t } = useTranslation('document')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const [busy, setBusy] = useState<Choice | null>(null)
  const begin = async (choice: Choice) => {
    setBusy(choice)
    try {
      await api.strategy.planDocument.begin({ starter: choice === 'blank' ? null : choice })
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
      announce(t('begun'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      setBusy(null)
    }
  }
  return (
    <Card>
      <Empty icon={IconFileText} title={t('begin.title')} text={t('begin.text')} />
      <ul className={classes.starters} aria-label={t('begin.label')}>
        {CHOICES.map((choice) => (
          <li key={choice} className={classes.starter}>
            <h3>{t(`begin.${choice}`)}</h3>
            <p className="text-2">{t(`begin.${choice}.text`)}</p>
            <AllowedButton
              action="plans.change"
              size="xs"
              variant={choice === 'blank' ? 'default' : 'light'}
              loading={busy === choice}
              aria-label={`${t('begin.use')}: ${t(`begin.${choice}`)}`}
              onClick={() => void begin(choice)}
            >
              {t('begin.use')}
            </AllowedButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
