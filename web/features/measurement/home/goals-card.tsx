import { Button } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { GoalFigure } from '../figures/goal-figure.tsx'
import { GoalBar, GoalStanding, GoalTrend } from '../figures/goal-progress.tsx'
import { useKpiWords } from '../figures/use-kpi-words.ts'
import type { Goal } from '../records.ts'
import { NeededMark } from './needed-mark.tsx'
import classes from './goals-card.module.css'

/** Goals under way: what is measured now against where the path is today. */
export function GoalsCard({ goals }: { readonly goals: readonly Goal[] }) {
  const { t } = useTranslation('measurement')
  const columns = useColumns()
  return (
    <Card title={t('goals.title')} end={goals.length > 0 && <NeededMark />} pad={false}>
      {goals.length === 0 ? (
        <Empty
          icon={IconTarget}
          title={t('goals.empty.title')}
          text={t('goals.empty.text')}
          example={t('goals.empty.example')}
          action={
            <Button component={Link} to="/strategy" variant="light">
              {t('goals.empty.action')}
            </Button>
          }
        />
      ) : (
        <DataTable caption={t('goals.title')} columns={columns} rows={goals} rowKey={(goal) => goal.id} />
      )}
    </Card>
  )
}

function useColumns(): readonly Column<Goal>[] {
  const { t } = useTranslation('measurement')
  return [
    { key: 'goal', head: t('goals.goal'), cell: (goal) => <GoalName goal={goal} /> },
    { key: 'now', head: t('objectives.now'), cell: (goal) => <GoalFigure goal={goal} />, width: 144 },
    {
      key: 'progress',
      head: t('objectives.progress'),
      cell: (goal) => (
        <div className={classes.bar}>
          <GoalBar goal={goal} />
        </div>
      ),
      width: 136,
    },
    { key: 'state', head: t('objectives.state'), cell: (goal) => <GoalStanding goal={goal} />, width: 120 },
    { key: 'trend', head: t('objectives.trend'), cell: (goal) => <GoalTrend goal={goal} />, width: 92 },
  ]
}

function GoalName({ goal }: { goal: Goal }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const kpi = useKpiWords()(goal.kpi, goal)
  return (
    <span className={classes.goal}>
      <RecordLink type="goal" id={goal.id} className={classes.title} title={goal.title}>
        {goal.title}
      </RecordLink>
      <span className={classes.below}>
        {t('goals.below', { kpi: kpi.name, due: time.day(goal.dueOn), owner: goal.owner?.name ?? t('nobody') })}
      </span>
    </span>
  )
}
