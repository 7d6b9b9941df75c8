import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Stop } from './records.ts'
import classes from './stop.module.css'

interface HistoryCardProps {
  readonly stops: readonly Stop[]
  readonly more: (() => void) | null
}

/** Every stop and drill there was, with its reason and its result. */
export function HistoryCard({ stops, more }: HistoryCardProps) {
  const { t } = useTranslation(['stop', 'ui'])
  const time = useTime()
  const drill = stops.find((stop) => stop.drill)
  return (
    <Card
      title={t('history')}
      pad={false}
      end={
        <span className={classes.quiet}>
          {drill === undefined ? t('drills.none') : t('drills', { when: time.relative(drill.startedAt) })}
        </span>
      }
    >
      {stops.length === 0 && <p className={classes.none}>{t('history.none')}</p>}
      <ul className={classes.rows}>
        {stops.map((stop) => (
          <HistoryRow key={stop.id} stop={stop} />
        ))}
      </ul>
      {more !== null && (
        <div className={classes.more}>
          <Button size="xs" variant="default" onClick={more}>
            {t('ui:more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function HistoryRow({ stop }: { stop: Stop }) {
  const { t } = useTranslation('stop')
  const time = useTime()
  const { workers, lifted, drill } = stop
  const facts = drill
    ? [
        workers.asked === 0
          ? t('drilled.none')
          : t('drilled', { acknowledged: workers.acknowledged, asked: workers.asked, ms: workers.afterMs ?? 0 }),
      ]
    : [
        t('counts', { held: stop.held }),
        ...(stop.onItsWay > 0 ? [t('on-its-way', { count: stop.onItsWay })] : []),
        ...(stop.waiting > 0 ? [t('history.waiting', { count: stop.waiting })] : []),
        lifted === null ? t('history.still') : t('history.lifted', { person: lifted.by }),
      ]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.heading}>
          <Badge tone={drill ? 'info' : lifted === null ? 'bad' : 'mute'}>
            {t(drill ? 'history.drill' : 'history.stop')}
          </Badge>
          <span className="medium">{stop.scope.name}</span>
          <span className={classes.quiet}>
            {lifted === null || drill
              ? time.instant(stop.startedAt)
              : t('history.lasted', { from: time.instant(stop.startedAt), to: time.instant(lifted.at) })}
          </span>
        </p>
        <p>{t('history.by', { person: stop.startedBy, reason: stop.reason })}</p>
        <p className={classes.quiet}>{facts.join(' · ')}</p>
      </div>
      {stop.held + stop.onItsWay > 0 && (
        <Link to="/govern/stop" search={{ stop: stop.id }} className={classes.link}>
          {t('history.look')}
        </Link>
      )}
    </li>
  )
}
