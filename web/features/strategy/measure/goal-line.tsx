import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { StandingBadge } from '#web/ui/badges.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { Goal, Progress } from '../records.ts'
import { MeasuredNumber } from './measured-number.tsx'
import { useProgressWords } from './use-progress-words.ts'
import classes from './goal-line.module.css'

interface GoalLineProps {
  readonly goal: Pick<Goal, 'id' | 'title' | 'dueOn'>
  /** Undefined while it is on its way. */
  readonly progress: Progress | undefined
  /** Shows the state as a badge, where the lines are not already under one. */
  readonly badge?: boolean
}

/** A goal on three lines: its name, its bar with the mark where we need to be today, and both figures. */
export function GoalLine({ goal, progress, badge = false }: GoalLineProps) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const words = useProgressWords()
  const said = progress === undefined ? null : words(progress)
  return (
    <div className={classes.line}>
      <div className={classes.top}>
        <RecordLink type="goal" id={goal.id} className={classes.title} title={goal.title}>
          {goal.title}
        </RecordLink>
        {badge && progress !== undefined && <StandingBadge standing={progress.standing} />}
      </div>
      <ProgressBar
        share={progress?.share ?? null}
        needed={said?.neededShare}
        standing={progress?.standing}
        label={said?.sentence ?? goal.title}
      />
      <div className={classes.figures}>
        {progress === undefined || said === null ? (
          <span>{t('goal.due', { day: time.day(goal.dueOn) })}</span>
        ) : (
          <>
            <span className={classes.now}>
              <MeasuredNumber progress={progress} of={t('progress.target', { target: said.target })} />
            </span>
            <span
              title={t('goal.due', { day: time.day(goal.dueOn) })}
              className={classes.distance}
              data-standing={progress.standing}
            >
              {said.distance}
            </span>
          </>
        )}
      </div>
    </div>
  )
}
