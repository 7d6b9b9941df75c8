import { Button } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import type { Coverage } from '../records.ts'
import classes from './coverage-card.module.css'

/** Which channel has posts on which of the next days: a full field for posts, a dashed one for a gap. Each leads to the calendar. */
export function CoverageCard({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('coverage.title')} end={coverage.length > 0 && <Legend />} pad={coverage.length === 0}>
      {coverage.length === 0 ? (
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
      ) : (
        <Grid coverage={coverage} />
      )}
    </Card>
  )
}

function Legend() {
  const { t } = useTranslation('measurement')
  return (
    <>
      <span className={classes.key}>
        <span className={`${classes.swatch} ${classes.full}`} aria-hidden />
        {t('coverage.posts')}
      </span>
      <span className={classes.key}>
        <span className={`${classes.swatch} ${classes.gap}`} aria-hidden />
        {t('coverage.gap')}
      </span>
    </>
  )
}

function Grid({ coverage }: { coverage: readonly Coverage[] }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const days = coverage[0]?.days ?? []
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('coverage.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('channel')}</th>
            {days.map(({ on }) => (
              <th key={on} scope="col" className={classes.day}>
                <span aria-hidden>
                  {weekday(on, time.reader.locale)}
                  <br />
                  {Number(on.slice(8))}
                </span>
                <span className="visually-hidden">{time.day(on, { weekday: true, short: true })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.map((channel) => (
            <ChannelRow key={channel.channelId} channel={channel} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ChannelRow({ channel }: { channel: Coverage }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  return (
    <tr>
      <th scope="row" className={classes.channel} title={channel.channel}>
        {channel.channel}
      </th>
      {channel.days.map(({ on, posts }) => (
        <td key={on} className={classes.cell}>
          <Link
            to="/calendar"
            search={{ on, channel: channel.channelId }}
            className={`${classes.field} ${posts > 0 ? classes.full : classes.gap}`}
            aria-label={t('coverage.cell', {
              channel: channel.channel,
              day: time.day(on, { weekday: true, short: true }),
              count: posts,
            })}
          >
            {posts > 0 ? posts : ''}
          </Link>
        </td>
      ))}
    </tr>
  )
}

function weekday(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}
