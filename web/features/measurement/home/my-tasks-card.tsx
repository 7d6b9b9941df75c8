import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './post-lines.module.css'

/** What the reader has to do, by its day, each with the plan that it belongs to. */
export function MyTasksCard() {
  const { t } = useTranslation('plans')
  const time = useTime()
  const query = useQuery(orpc.strategy.plans.tasks.queryOptions({ input: { mine: 'true', limit: 20 } }))
  const count = query.data?.items.length ?? 0
  return (
    <Card title={t('home.my-tasks')} badge={count > 0 && <Badge>{count}</Badge>} pad={false}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconChecklist} title={t('home.my-tasks.empty')} text={t('home.my-tasks.empty.text')} />
          ) : (
            <ul>
              {items.map((task) => (
                <li key={task.id} className={classes.gap}>
                  {task.plan === null ? (
                    <span className={classes.title}>{task.title}</span>
                  ) : (
                    <Link
                      to="/strategy/plans/$id"
                      params={{ id: task.plan.id }}
                      className={classes.title}
                      title={task.title}
                    >
                      {task.title}
                    </Link>
                  )}
                  <span className={classes.where}>
                    {task.dueOn === null
                      ? t('task.no-day')
                      : t(task.late ? 'task.late' : 'task.due', { day: time.day(task.dueOn) })}
                    {task.plan !== null && ` · ${task.plan.title}`}
                  </span>
                  <Link
                    to="/posts/new"
                    search={{ taskId: task.id, ...(task.campaign === null ? {} : { campaignId: task.campaign.id }) }}
                    className={`link ${classes.plan}`}
                  >
                    {t('task.to-post')}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
