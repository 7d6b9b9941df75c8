import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { TASK_COLUMNS } from '../plans/records.ts'
import type { Task, TaskState } from '../plans/records.ts'
import { ReviewBadge } from '../plans/plan-badge.tsx'
import { TaskFacts } from './task-facts.tsx'
import classes from './tasks.module.css'
import { useMoveTask } from './use-move-task.ts'

interface TaskBoardProps {
  readonly tasks: readonly Task[]
  readonly onOpen: (task: Task) => void
}

/** Tasks in columns by state. They are dragged, or moved with Alt and the arrows; Enter opens one. */
export function TaskBoard({ tasks, onOpen }: TaskBoardProps) {
  const { t } = useTranslation('plans')
  const move = useMoveTask()
  const may = useMay('plans.change').because === ''
  const [over, setOver] = useState<TaskState | null>(null)
  const focused = useRef<string | null>(null)
  const board = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A moved task is drawn anew in its other column; the focus goes with it.
    if (focused.current === null) return
    board.current?.querySelector<HTMLElement>(`[data-task="${focused.current}"]`)?.focus()
    focused.current = null
  }, [tasks])
  const press = (event: KeyboardEvent, task: Task) => {
    if (!event.altKey || !may) return
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = TASK_COLUMNS[TASK_COLUMNS.indexOf(task.state) + step]
    if (next === undefined) return
    focused.current = task.id
    void move(task, next)
  }
  return (
    <>
      <div className={classes.board} ref={board}>
        {TASK_COLUMNS.map((state) => {
          const here = tasks.filter((task) => task.state === state)
          return (
            <div key={state} role="group" aria-label={t(`task.state.${state}`)}>
              <div
                className={over === state ? `${classes.column} ${classes.over}` : classes.column}
                onDragOver={(event) => {
                  if (!may) return
                  event.preventDefault()
                  setOver(state)
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => {
                  event.preventDefault()
                  setOver(null)
                  const task = tasks.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
                  if (task !== undefined) void move(task, state)
                }}
              >
                <h3 className={classes.head}>
                  {t(`task.state.${state}`)} <Badge>{here.length}</Badge>
                </h3>
                <ul className={classes.cards}>
                  {here.map((task) => (
                    <li key={task.id}>
                      <button
                        type="button"
                        data-task={task.id}
                        className={classes.task}
                        draggable={may}
                        onDragStart={(event) => event.dataTransfer.setData('text/plain', task.id)}
                        onKeyDown={(event) => press(event, task)}
                        onClick={() => onOpen(task)}
                      >
                        <span className={classes.title}>{task.title}</span>
                        <TaskFacts task={task} />
                        <ReviewBadge count={task.reviews} />
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          )
        })}
      </div>
      {may && <p className={classes.help}>{t('tasks.board.help')}</p>}
    </>
  )
}
