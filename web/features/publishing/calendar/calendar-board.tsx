import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconBuildingBroadcastTower } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import type { CalendarAnswer, CalendarRequest, Channel } from '../records.ts'
import { Agenda } from './agenda.tsx'
import { arrange } from './arrange.ts'
import { CalendarWorkbench } from './calendar-workbench.tsx'
import { Legend } from './legend.tsx'
import { MonthGrid } from './month-grid.tsx'
import { namedPosts } from './named-posts.ts'
import type { CalendarView } from './span.ts'
import { lanesOf } from './lanes.ts'
import { WeekGrid } from './week-grid.tsx'
import classes from './calendar-board.module.css'

interface CalendarBoardProps {
  readonly answer: CalendarAnswer
  readonly input: CalendarRequest
  readonly channels: readonly Channel[]
  readonly only: string | undefined
  readonly view: CalendarView
  readonly on: string
  readonly weeks: readonly (readonly string[])[]
  readonly phone: boolean
}

/** The calendar once it is loaded: lanes or days, or what to do first where there is nothing to show. */
export function CalendarBoard({ answer, input, channels, only, view, on, weeks, phone }: CalendarBoardProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const posts = useMemo(() => namedPosts(answer), [answer])
  const placed = useMemo(() => arrange(posts, time.timeZone), [posts, time.timeZone])
  const lanes = useMemo(() => lanesOf(channels, answer.channels, only), [channels, answer.channels, only])
  if (lanes.length === 0) return <NoChannels />
  const week = weeks[0] ?? []
  return (
    <CalendarWorkbench input={input} placed={placed}>
      {answer.truncated && (
        <p className={classes.note} role="status">
          {t('calendar.truncated', { count: answer.posts.length })}
        </p>
      )}
      {phone && (
        <Agenda
          days={weeks.flat().filter((day) => view === 'week' || day.startsWith(on.slice(0, 7)))}
          posts={placed}
          campaigns={answer.campaigns}
        />
      )}
      {!phone && (
        <Card pad={false} className={classes.frame}>
          {view === 'week' ? (
            <WeekGrid week={week} lanes={lanes} posts={placed} campaigns={answer.campaigns} />
          ) : (
            <MonthGrid weeks={weeks} month={on.slice(0, 7)} posts={placed} campaigns={answer.campaigns} />
          )}
        </Card>
      )}
      {answer.posts.length === 0 ? <NothingPlanned view={view} /> : <Legend posts={placed} />}
    </CalendarWorkbench>
  )
}

function NoChannels() {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  return (
    <Card>
      <Empty
        icon={IconBuildingBroadcastTower}
        title={t('calendar.empty.title')}
        text={t('calendar.empty.text')}
        example={t('calendar.empty.example')}
        action={
          <AllowedButton action="channels.change" onClick={() => void navigate({ to: '/calendar/channels/new' })}>
            {t('channels.connect')}
          </AllowedButton>
        }
      />
    </Card>
  )
}

function NothingPlanned({ view }: { view: CalendarView }) {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  return (
    <p className={classes.nothing}>
      {t(`calendar.nothing.${view}`)}
      <Button size="xs" variant="light" onClick={() => void navigate({ to: '/posts/new' })}>
        {t('calendar.first')}
      </Button>
    </p>
  )
}
