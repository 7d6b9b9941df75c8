import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { everyTaskOf } from '../plans/records.ts'
import type { Task } from '../plans/records.ts'
import { TaskBoard } from './task-board.tsx'
import { EditTask, NewTask } from './task-form.tsx'
import { TaskList } from './task-list.tsx'
import classes from './tasks.module.css'

/** The tasks of a plan, on a board or in a list. */
export function TasksCard({ planId }: { readonly planId: string }) {
  const { t } = useTranslation('plans')
  const [view, setView] = useState('board')
  const [open, setOpen] = useState<Task | 'new' | null>(null)
  const query = useQuery(everyTaskOf(planId))
  const add = (
    <AllowedButton
      action="plans.change"
      size="xs"
      variant="light"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('tasks.new')}
    </AllowedButton>
  )
  const count = query.data?.length ?? 0
  return (
    <Card
      title={t('tasks.title')}
      badge={count > 0 && <Badge>{count}</Badge>}
      pad={false}
      end={
        count > 0 && (
          <span className={classes.tools}>
            <SegmentedControl
              size="xs"
              aria-label={t('tasks.view')}
              value={view}
              onChange={setView}
              data={(['board', 'list'] as const).map((value) => ({ value, label: t(`tasks.view.${value}`) }))}
            />
            {add}
          </span>
        )
      }
    >
      <Loaded query={query} skeleton={4}>
        {(tasks) => {
          if (tasks.length === 0)
            return (
              <Empty
                icon={IconChecklist}
                title={t('tasks.empty')}
                text={t('tasks.empty.text')}
                example={t('tasks.empty.example')}
                action={add}
              />
            )
          return view === 'list' ? (
            <TaskList tasks={tasks} onOpen={setOpen} />
          ) : (
            <TaskBoard tasks={tasks} onOpen={setOpen} />
          )
        }}
      </Loaded>
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'tasks.new' : 'task.edit')}
      >
        {open === 'new' && <NewTask planId={planId} onDone={() => setOpen(null)} />}
        {open !== null && open !== 'new' && <EditTask task={open} onDone={() => setOpen(null)} />}
      </SideSheet>
    </Card>
  )
}
