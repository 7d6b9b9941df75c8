import { IconEraser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import type { Event } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

interface EventRowProps {
  readonly event: Event
  readonly onOpen: () => void
}

/** One event in a line: when, who, what, and of which record. A press shows what changed. */
export function EventRow({ event, onOpen }: EventRowProps) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  return (
    <li>
      <button type="button" className={classes.event} onClick={onOpen} aria-haspopup="dialog">
        <time dateTime={event.at} className={classes.when}>
          {time.instant(event.at)}
        </time>
        <span className={classes.who}>{words.actor(event.actor)}</span>
        <span className={classes.what}>
          <span className="medium">{words.verb(event.verb)}</span>
          {event.subject.title !== null && <span className={classes.title}>{event.subject.title}</span>}
          {event.erased && (
            <Badge icon={IconEraser} tone="mute">
              {t('erased')}
            </Badge>
          )}
        </span>
        <span className="visually-hidden">{t('list.look')}</span>
      </button>
    </li>
  )
}
