import { useContext, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { inZone, instantOf, minutesOf, planOnDay, wallOf } from '../wall-clock.ts'
import type { CalendarPost } from '../records.ts'
import { DraggedPost, useCalendarActions } from './calendar-actions.ts'
import classes from './drop-target.module.css'

const STEP_MINUTES = 30

interface DropTargetProps {
  readonly day: string
  /** Only posts of this channel may be dropped here: a post does not change its channel. */
  readonly channelId?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/**
 * A day into which a waiting post can be dropped. On the upper half it keeps its time; the lower half is the day from
 * left to right in half hours. The time it would get is shown while it hovers; times gone by are not taken.
 */
export function DropTarget({ day, channelId, className, children }: DropTargetProps) {
  const dragged = useContext(DraggedPost)
  const time = useTime()
  const actions = useCalendarActions()
  const [plan, setPlan] = useState<string | null>(null)
  const post = dragged !== null && (channelId === undefined || dragged.channel.id === channelId) ? dragged : null
  const aim = (event: DragEvent<HTMLElement>) => {
    if (post === null) return
    const next = planAt(event, day, post, time.timeZone)
    setPlan(next)
    if (!isPast(next, post)) event.preventDefault()
  }
  const drop = (event: DragEvent<HTMLElement>) => {
    if (post === null) return
    event.preventDefault()
    actions.drag(null)
    setPlan(null)
    if (plan !== null && !isPast(plan, post)) actions.moveTo(post, plan)
  }
  return (
    <div role="cell" className={classes.cell}>
      <div
        className={`${className ?? ''} ${classes.target}`}
        onDragOver={aim}
        onDragLeave={() => setPlan(null)}
        onDrop={drop}
      >
        {children}
        {plan !== null && post !== null && <Aim plan={plan} post={post} />}
      </div>
    </div>
  )
}

function isPast(plan: string, post: CalendarPost): boolean {
  return instantOf(plan, post.timeZone).getTime() < Date.now()
}

function Aim({ plan, post }: { plan: string; post: CalendarPost }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const past = isPast(plan, post)
  const shown = inZone(plan, post.timeZone, time.timeZone)
  return (
    <div className={past ? `${classes.aim} ${classes.past}` : classes.aim} aria-hidden>
      <span className={classes.keep}>{past ? t('drop.past') : shown.slice(11)}</span>
      <span className={classes.scale}>
        <i>00</i>
        <i>06</i>
        <i>12</i>
        <i>18</i>
        {!past && <b style={{ left: `${(minutesOf(shown) / 1440) * 100}%` }} />}
      </span>
    </div>
  )
}

function planAt(event: DragEvent<HTMLElement>, day: string, post: CalendarPost, readerZone: string): string {
  const box = event.currentTarget.getBoundingClientRect()
  if (event.clientY < box.top + box.height / 2) return planOnDay(post, day, readerZone)
  const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.999)
  return inZone(wallOf(day, Math.floor((share * 1440) / STEP_MINUTES) * STEP_MINUTES), readerZone, post.timeZone)
}
