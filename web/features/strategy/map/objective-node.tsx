import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { StandingBadge } from '#web/ui/badges.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { GoalLine } from '../measure/goal-line.tsx'
import { worstStanding } from '../measure/standing.ts'
import type { Writing } from '../strategy-sheet.tsx'
import { knownProgress } from './served.ts'
import type { Served } from './served.ts'
import classes from './node.module.css'

interface ObjectiveNodeProps {
  readonly served: Served
  readonly onWrite: (writing: Writing) => void
}

/** An objective of the map: its light, period and owner, and each goal against the path it needs. */
export function ObjectiveNode({ served: { objective, goals }, onWrite }: ObjectiveNodeProps) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const standing = worstStanding(knownProgress({ goals }))
  const addGoal = () => onWrite({ what: 'new-goal', objectiveId: objective.id })
  return (
    <article className={classes.node} data-standing={goals.length === 0 ? 'gap' : standing}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <RecordLink type="objective" id={objective.id}>
            {objective.title}
          </RecordLink>
        </h3>
        {goals.length > 0 && <StandingBadge standing={standing} />}
      </div>
      <p className={classes.facts}>
        <span>{objective.owner?.name ?? t('owner.nobody')}</span>
        <span>{time.days(objective.startsOn, objective.endsOn)}</span>
      </p>
      {goals.length === 0 ? (
        <div className={classes.gap}>
          <p>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('objective.no-goal')}
          </p>
          <AllowedButton
            action="goals.change"
            size="xs"
            variant="default"
            icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
            onClick={addGoal}
          >
            {t('goal.add')}
          </AllowedButton>
        </div>
      ) : (
        <ul className={classes.goals}>
          {goals.map(({ goal, progress }) => (
            <li key={goal.id}>
              <GoalLine goal={goal} progress={progress} />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
