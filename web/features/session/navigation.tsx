import { IconCalendarEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { isIn, roomsFor } from './rooms.ts'
import type { Room } from './rooms.ts'
import classes from './navigation.module.css'

/** The rooms a person's rights reach, along the loop; at the foot the day and the zone that times are shown in. */
export function Navigation({ rail }: { readonly rail: boolean }) {
  const { t } = useTranslation('shell')
  const { actions } = useMe()
  const pathname = useLocation({ select: (location) => location.pathname })
  return (
    <nav className={rail ? `${classes.nav} ${classes.rail}` : classes.nav} aria-label={t('rooms')}>
      <ul className={classes.list}>
        {roomsFor(actions).map((room) => (
          <li key={room.name} className={room.phone ? undefined : classes.wide}>
            <RoomLink room={room} here={isIn(room, pathname)} />
          </li>
        ))}
      </ul>
      <Foot />
    </nav>
  )
}

function RoomLink({ room, here }: { room: Room; here: boolean }) {
  const { t } = useTranslation('shell')
  const waiting = useWaiting(room)
  const Mark = room.icon
  return (
    <Link
      to={room.to}
      className={here ? `${classes.room} ${classes.on}` : classes.room}
      aria-current={here ? 'page' : undefined}
    >
      <Mark size={18} stroke={1.5} aria-hidden />
      <span className={classes.label}>{t(`room.${room.name}`)}</span>
      {waiting > 0 && (
        <span className={classes.count}>
          <span aria-hidden>{waiting}</span>
          <span className="visually-hidden">{t('waiting', { count: waiting })}</span>
        </span>
      )}
    </Link>
  )
}

/** What waits for a person in a room: deliveries that only somebody can settle. */
function useWaiting(room: Room): number {
  const asked = room.name === 'calendar'
  const deliveries = useQuery(
    orpc.publishing.deliveries.queryOptions({
      input: { state: 'needs-person', limit: 1 },
      enabled: asked,
      refetchInterval: 60_000,
      retry: false,
    }),
  )
  return asked ? (deliveries.data?.counts['needs-person'] ?? 0) : 0
}

function Foot() {
  const time = useTime()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={classes.foot}>
      <IconCalendarEvent size={14} stroke={1.5} aria-hidden />
      <span>
        {time.date(now, { weekday: true })}
        <br />
        {time.timeZone}, {time.time(now)}
      </span>
    </div>
  )
}
