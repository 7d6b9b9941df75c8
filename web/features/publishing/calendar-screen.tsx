import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { addDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { CalendarBoard } from './calendar/calendar-board.tsx'
import { CalendarSkeleton } from './calendar/calendar-skeleton.tsx'
import { ChannelFilter } from './calendar/channel-filter.tsx'
import { RhythmHint } from './calendar/rhythm-hint.tsx'
import { SpanControls, ViewChoice } from './calendar/span-controls.tsx'
import { weeksOf } from './calendar/span.ts'
import type { CalendarView } from './calendar/span.ts'
import { PublishingTabs } from './publishing-tabs.tsx'
import { everyChannel } from './queries.ts'
import { instantOf } from './wall-clock.ts'

/** The plan: every post and campaign of a month or a week. */
export function CalendarScreen() {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const search = useSearch({ from: '/shell/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const view: CalendarView = search.view === 'month' ? 'month' : 'week'
  const on = /^\d{4}-\d{2}-\d{2}$/u.test(search.on ?? '') && search.on !== undefined ? search.on : time.today()
  const weeks = useMemo(() => weeksOf(view, on), [view, on])
  const first = weeks[0]?.[0] ?? on
  const last = weeks.at(-1)?.at(-1) ?? on
  const input = {
    from: instantOf(`${first}T00:00`, time.timeZone).toISOString(),
    to: instantOf(`${addDays(last, 1)}T00:00`, time.timeZone).toISOString(),
    ...(search.channel === undefined ? {} : { channelId: search.channel }),
  }
  const calendar = useQuery(orpc.publishing.calendar.queryOptions({ input, refetchInterval: 60_000 }))
  const channels = useQuery(everyChannel)
  const go = ({
    channel = search.channel,
    ...change
  }: {
    view?: CalendarView
    on?: string
    channel?: string | null | undefined
  }) =>
    void navigate({
      search: { view, on, ...change, ...(channel === null || channel === undefined ? {} : { channel }) },
      replace: true,
    })
  const span = { view, on, first, last, onGo: (day: string) => go({ on: day }) }
  return (
    <Page
      title={t('calendar.title')}
      sub={<SpanControls {...span} />}
      actions={
        <>
          <ViewChoice view={view} onChange={(next) => go({ view: next })} />
          <NewPostButton on={on} />
        </>
      }
    >
      <PublishingTabs>
        <ChannelFilter
          channels={channels.data ?? []}
          value={search.channel ?? null}
          onChange={(channel) => go({ channel })}
        />
      </PublishingTabs>
      <Loaded query={calendar} skeleton={<CalendarSkeleton view={view} />}>
        {(answer) => (
          <Loaded query={channels} skeleton={<CalendarSkeleton view={view} />}>
            {(every) => (
              <CalendarBoard
                answer={answer}
                input={input}
                channels={every}
                only={search.channel}
                view={view}
                on={on}
                weeks={weeks}
                phone={phone}
              />
            )}
          </Loaded>
        )}
      </Loaded>
      {view === 'week' && <RhythmHint monday={first} channelId={search.channel} />}
    </Page>
  )
}

function NewPostButton({ on }: { on: string }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const navigate = useNavigate()
  return (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => void navigate({ to: '/posts/new', search: on > time.today() ? { on } : {} })}
    >
      {t('calendar.new')}
    </Button>
  )
}
