import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { GoalLine } from '../measure/goal-line.tsx'
import type { Goal, Progress } from '../records.ts'
import type { Writing } from '../strategy-sheet.tsx'
import classes from './unlinked-goals.module.css'

interface UnlinkedGoalsProps {
  readonly goals: readonly Goal[]
  readonly progress: ReadonlyMap<string, Progress> | undefined
  readonly onWrite: (writing: Writing) => void
}

/** Goals that serve no objective: work that nobody at the top has asked for, until it is linked. */
export function UnlinkedGoals({ goals, progress, onWrite }: UnlinkedGoalsProps) {
  const { t } = useTranslation('strategy')
  return (
    <Card
      className={classes.card}
      title={t('unlinked.title')}
      badge={
        <Badge tone="warn" icon={IconAlertTriangle}>
          {goals.length}
        </Badge>
      }
      end={<span className={classes.why}>{t('unlinked.text')}</span>}
    >
      <ul className={classes.list}>
        {goals.map((goal) => (
          <li key={goal.id} className={classes.goal}>
            <GoalLine goal={goal} progress={progress?.get(goal.id)} badge />
            <AllowedButton
              action="goals.change"
              size="xs"
              variant="default"
              icon={<IconLink size={14} stroke={1.5} aria-hidden />}
              onClick={() => onWrite({ what: 'goal', goal })}
            >
              {t('unlinked.close')}
            </AllowedButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
