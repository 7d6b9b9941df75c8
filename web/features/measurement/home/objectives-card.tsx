import { Button } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StandingBadge } from '#web/ui/badges.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import { GoalFigure } from '../figures/goal-figure.tsx'
import { GoalBar, GoalStanding, GoalTrend } from '../figures/goal-progress.tsx'
import type { Objective } from '../records.ts'
import { decisiveGoal } from './decisive-goal.ts'
import { NeededMark } from './needed-mark.tsx'
import classes from './objectives-card.module.css'

/** Objectives against their path: the goal that decides how each stands, and what came back for it. */
export function ObjectivesCard({
  objectives,
  more,
}: {
  readonly objectives: readonly Objective[]
  readonly more: number
}) {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('objectives.title')} end={objectives.length > 0 && <NeededMark />} pad={false}>
      {objectives.length === 0 ? (
        <NoObjectives />
      ) : (
        <table className={classes.table} role="table">
          <caption className="visually-hidden">{t('objectives.title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['who', 'now', 'progress', 'state', 'trend', 'value'] as const).map((head) => (
                <th key={head} role="columnheader" scope="col" className={head === 'value' ? classes.right : undefined}>
                  {t(`objectives.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {objectives.map((objective) => (
              <Row key={objective.id} objective={objective} />
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <p className={classes.more}>
          <Link to="/strategy" className="link">
            {t('objectives.more', { count: more })}
          </Link>
        </p>
      )}
    </Card>
  )
}

function Row({ objective }: { objective: Objective }) {
  const goal = decisiveGoal(objective.goals)
  const traced = { to: '/trace/$type/$id', params: { type: 'objective', id: objective.id } } as const
  return (
    <tr role="row">
      <td role="cell" className={classes.who}>
        <RecordLink type="objective" id={objective.id} className={classes.title} title={objective.title}>
          {objective.title}
        </RecordLink>
        <Below objective={objective} />
      </td>
      <td role="cell" className={classes.now}>
        {goal === null ? <NoGoal id={objective.id} /> : <GoalFigure goal={goal} />}
      </td>
      <td role="cell" className={classes.progress}>
        {goal !== null && <GoalBar goal={goal} />}
      </td>
      <td role="cell" className={classes.state}>
        {goal === null ? <StandingBadge standing={objective.standing} /> : <GoalStanding goal={goal} />}
      </td>
      <td role="cell" className={classes.trend}>
        {goal !== null && <GoalTrend goal={goal} />}
      </td>
      <td role="cell" className={classes.value}>
        <MoneyFigure value={objective.result.value} compact flush to={traced} className="medium" />
        <Clicks objective={objective} />
      </td>
    </tr>
  )
}

function Below({ objective }: { objective: Objective }) {
  const { t } = useTranslation('measurement')
  const goals = objective.goalCount > 1 ? t('objectives.goals', { count: objective.goalCount }) : null
  return (
    <span className={classes.below}>
      {[objective.owner?.name ?? t('nobody'), goals].filter((part) => part !== null).join(', ')}
    </span>
  )
}

function Clicks({ objective: { id, result } }: { objective: Objective }) {
  const { t } = useTranslation('measurement')
  return (
    <span className={classes.clicks}>
      <Figure
        measure="clicks"
        value={result.clicks}
        words={t('unit.clicks', { count: result.clicks })}
        flush
        to={{ to: '/trace/$type/$id', params: { type: 'objective', id } }}
      />
    </span>
  )
}

function NoGoal({ id }: { id: string }) {
  const { t } = useTranslation('measurement')
  return (
    <RecordLink type="objective" id={id} className={classes.gap}>
      {t('objectives.no-goal')}
    </RecordLink>
  )
}

function NoObjectives() {
  const { t } = useTranslation('measurement')
  return (
    <Empty
      icon={IconTarget}
      title={t('objectives.empty.title')}
      text={t('objectives.empty.text')}
      example={t('objectives.empty.example')}
      action={
        <Button component={Link} to="/strategy" variant="light">
          {t('objectives.empty.action')}
        </Button>
      }
    />
  )
}
