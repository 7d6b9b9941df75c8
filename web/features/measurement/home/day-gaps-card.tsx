import { Button } from '@mantine/core'
import { IconBroadcast, IconCalendarCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import type { DayGap } from '../records.ts'
import classes from './post-lines.module.css'

/** Days of the coming week on which a connected channel has nothing planned. */
export function DayGapsCard({ gaps }: { readonly gaps: readonly DayGap[] }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const days = [...Map.groupBy(gaps, (gap) => gap.on)]
  return (
    <Card title={t('gaps.title')} pad={false}>
      {days.length === 0 ? (
        <NoGaps />
      ) : (
        <ul>
          {days.map(([on, channels]) => {
            const day = time.day(on, { weekday: true, short: true })
            return (
              <li key={on} className={classes.gap}>
                <span className={classes.day}>{day}</span>
                <span className={classes.where}>
                  {t('gaps.nothing-on', { channels: names(channels, time.reader.locale) })}
                </span>
                <Link
                  to="/calendar"
                  search={{ on }}
                  className={`link ${classes.plan}`}
                  aria-label={`${t('gaps.plan')}: ${day}`}
                >
                  {t('gaps.plan')}
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

/** Without a channel there is nothing to have gaps on. */
function NoGaps() {
  const { t } = useTranslation('measurement')
  const channels = useQuery(orpc.publishing.channels.queryOptions({ input: { limit: 1 } }))
  if (channels.data?.items.length === 0) {
    return (
      <Empty
        icon={IconBroadcast}
        title={t('coverage.empty.title')}
        text={t('coverage.empty.text')}
        action={
          <Button component={Link} to="/calendar/channels/new" variant="light">
            {t('coverage.empty.action')}
          </Button>
        }
      />
    )
  }
  return <Empty icon={IconCalendarCheck} title={t('gaps.empty.title')} text={t('gaps.empty.text')} />
}

function names(channels: readonly DayGap[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(channels.map((gap) => gap.channel))
}
