import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { ReviewBadge } from '../plans/plan-badge.tsx'
import { TASK_COLUMNS } from '../plans/records.ts'
import type { Task, TaskState } from '../plans/records.ts'
import classes from './tasks.module.css'
import { useMoveTask } from './use-move-task.ts'

interface TaskListProps {
  readonly tasks: readonly Task[]
  readonly onOpen: (task: Task) => void
}

/** Tasks line by line, with their state to choose. */
export function TaskList({ tasks, onOpen }: TaskListProps) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const number = useNumber()
  const move = useMoveTask()
  const may = useMay('plans.change').because === ''
  const columns: readonly Column<Task>[] = [
    {
      key: 'task',
      head: t('task.column.task'),
      cell: (task) => (
        <span className={classes.line}>
          <button type="button" className={`link ${classes.plain}`} onClick={() => onOpen(task)}>
            {task.title}
          </button>
          <ReviewBadge count={task.reviews} />
        </span>
      ),
    },
    { key: 'owner', head: t('task.column.owner'), cell: (task) => task.owner?.name ?? '–', width: 140 },
    {
      key: 'due',
      head: t('task.column.due'),
      cell: (task) => (
        <span className={task.late ? classes.late : undefined}>
          {task.dueOn === null ? '–' : task.late ? t('task.late', { day: time.day(task.dueOn) }) : time.day(task.dueOn)}
        </span>
      ),
      width: 140,
    },
    {
      key: 'hours',
      head: t('task.column.hours'),
      number: true,
      cell: (task) =>
        t('plan.hours-of', { actual: number.count(task.hoursActual), planned: number.count(task.hoursPlanned) }),
      width: 120,
    },
    {
      key: 'state',
      head: t('task.column.state'),
      cell: (task) =>
        may ? (
          <Select
            size="xs"
            allowDeselect={false}
            aria-label={t('task.state.label', { title: task.title })}
            data={TASK_COLUMNS.map((value) => ({ value, label: t(`task.state.${value}`) }))}
            value={task.state}
            onChange={(value) => {
              const state = TASK_COLUMNS.find((one): one is TaskState => one === value)
              if (state !== undefined) void move(task, state)
            }}
          />
        ) : (
          t(`task.state.${task.state}`)
        ),
      width: 150,
    },
  ]
  return <DataTable caption={t('tasks.title')} columns={columns} rows={tasks} rowKey={(task) => task.id} />
}
