import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import { StandingBadge } from '#web/ui/badges.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { countStandings, worstStanding } from '../measure/standing.ts'
import { PERSPECTIVE_ORDER } from '../perspective.ts'
import { everyProgress } from '../records.ts'
import type { Goal, Objective } from '../records.ts'
import type { Writing } from '../strategy-sheet.tsx'
import { PerspectiveBand } from './perspective-band.tsx'
import { inOrder, knownProgress, serve } from './served.ts'
import type { Served } from './served.ts'
import { UnlinkedGoals } from './unlinked-goals.tsx'
import classes from './map.module.css'

interface StrategyMapProps {
  readonly objectives: readonly Objective[]
  readonly goals: readonly Goal[]
  readonly onWrite: (writing: Writing) => void
}

/** Objectives as cards in the four bands, each with its goals; what serves nothing is shown as a gap. */
export function StrategyMap({ objectives, goals, onWrite }: StrategyMapProps) {
  const { t } = useTranslation('strategy')
  const progress = useQuery(everyProgress)
  const served = inOrder(objectives).map((objective) => serve(objective, inOrder(goals), progress.data))
  const unlinked = goals.filter((goal) => goal.objectives.length === 0)
  return (
    <div className={classes.whole}>
      {progress.error !== null && progress.data === undefined && (
        <ProblemNotice problem={asProblem(progress.error)} onRetry={() => void progress.refetch()} />
      )}
      {unlinked.length > 0 && <UnlinkedGoals goals={unlinked} progress={progress.data} onWrite={onWrite} />}
      <section className={classes.map} aria-label={t('map.title')}>
        <div className={classes.legend}>
          <Standings served={served} measured={progress.data !== undefined} />
          <span className={classes.mark}>
            <i aria-hidden />
            {t('map.needed-today')}
          </span>
        </div>
        {PERSPECTIVE_ORDER.map((perspective) => (
          <PerspectiveBand
            key={perspective}
            perspective={perspective}
            served={served.filter(({ objective }) => objective.perspective === perspective)}
            onWrite={onWrite}
          />
        ))}
      </section>
    </div>
  )
}

function Standings({ served, measured }: { served: readonly Served[]; measured: boolean }) {
  if (!measured) return null
  const standings = served.map((one) => worstStanding(knownProgress(one)))
  return (
    <ul className={classes.standings}>
      {countStandings(standings).map(([standing, count]) => (
        <li key={standing}>
          <StandingBadge standing={standing} /> {count}
        </li>
      ))}
    </ul>
  )
}
