import { useQueryClient } from '@tanstack/react-query'
import { IconVersions } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { useKpis } from '../measure/use-kpis.ts'
import type { Goal } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import classes from './edition-notice.module.css'

/** Says that the goal's KPI has a newer formula than the one it goes by, and offers to move it; the move can be taken back. */
export function EditionNotice({ goal }: { readonly goal: Goal }) {
  const { t } = useTranslation('strategy')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const newest = useKpis().all.find((kpi) => kpi.id === goal.kpi)?.edition ?? goal.kpiEdition
  if (newest <= goal.kpiEdition) return null

  async function move(edition: number, version?: number): Promise<void> {
    try {
      await api.strategy.moveGoalKpi({ id: goal.id, edition }, version === undefined ? {} : { context: { version } })
      await refreshStrategy(queryClient)
      announce(t('edition.moved', { newest: edition }), edition === newest ? { undo: () => move(goal.kpiEdition) } : {})
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <div className={classes.notice} role="note">
      <IconVersions size={18} stroke={1.5} aria-hidden />
      <p>
        {t('edition.old', { edition: goal.kpiEdition, newest })} {t('edition.keeps')}
      </p>
      <AllowedButton action="goals.change" size="xs" variant="default" onClick={() => void move(newest, goal.version)}>
        {t('edition.move', { newest })}
      </AllowedButton>
    </div>
  )
}
