import { useQuery } from '@tanstack/react-query'
import { IconFlag, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { GoalLine } from '../measure/goal-line.tsx'
import { everyProgress } from '../records.ts'
import classes from '../strategy.module.css'

/** The goals that serve an objective, each against the path it needs. */
export function ObjectiveGoals({ objectiveId, onAdd }: { readonly objectiveId: string; readonly onAdd: () => void }) {
  const { t } = useTranslation('strategy')
  const goals = useQuery(orpc.strategy.goals.queryOptions({ input: { objectiveId, limit: 200 } }))
  const progress = useQuery(everyProgress)
  const add = (
    <AllowedButton
      action="goals.change"
      size="xs"
      variant="default"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={onAdd}
    >
      {t('goal.add')}
    </AllowedButton>
  )
  return (
    <Card title={t('objective.goals')} end={(goals.data?.items.length ?? 0) > 0 && add}>
      <Loaded query={goals}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={IconFlag}
              title={t('objective.no-goal')}
              text={t('objective.no-goal.text')}
              example={t('goal.example')}
              action={add}
            />
          ) : (
            <ul className={classes.rows}>
              {items.map((goal) => (
                <li key={goal.id}>
                  <GoalLine goal={goal} progress={progress.data?.get(goal.id)} badge />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
