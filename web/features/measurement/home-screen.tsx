import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Level } from '#contract/actions.ts'
import { useMe } from '#web/kernel/session.tsx'
import { ExecutiveHome } from './home/executive-home.tsx'
import { GuestHome, isGuest, limitOf } from './home/guest-home.tsx'
import { readLevel } from './home/levels.ts'
import { LevelSwitch } from './home/level-switch.tsx'
import { ManagerHome } from './home/manager-home.tsx'
import { OfficerHome } from './home/officer-home.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { readPeriod } from './period.ts'
import type { Period } from './period.ts'

/** The first page: what a person's level of management needs to see; the other levels are one choice away. */
export function HomeScreen() {
  const me = useMe()
  const search = useSearch({ from: '/shell/' })
  const navigate = useNavigate({ from: '/' })
  const level = readLevel(search.level, me.level)
  const period = readPeriod(search.period)
  const show = (change: { level?: Level; period?: Period }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const limit = limitOf(me)
  if (limit !== null) return <GuestHome limit={limit} />
  // The other homes are about the whole organisation.
  if (isGuest(me)) return <OfficerHome actions={null} />
  const levels = <LevelSwitch level={level} onChange={(chosen) => show({ level: chosen })} />
  if (level === 'middle') return <ManagerHome actions={levels} />
  if (level === 'lower') return <OfficerHome actions={levels} />
  return (
    <ExecutiveHome
      period={period}
      actions={
        <>
          {levels}
          <PeriodSwitch period={period} onChange={(chosen) => show({ period: chosen })} />
        </>
      }
    />
  )
}
