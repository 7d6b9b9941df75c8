import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { RecordLink } from '#web/ui/record-link.tsx'
import { Card } from '#web/ui/card.tsx'
import type { CalendarCampaign } from '../records.ts'
import { byDay } from './arrange.ts'
import type { PlacedPost } from './arrange.ts'
import { CellPosts } from './cell-posts.tsx'
import classes from './agenda.module.css'

interface AgendaProps {
  readonly days: readonly string[]
  readonly posts: readonly PlacedPost[]
  readonly campaigns: readonly CalendarCampaign[]
}

/** The days one under another, for narrow screens: today always, other days where there is something. */
export function Agenda({ days, posts, campaigns }: AgendaProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const today = time.today()
  const cells = byDay(posts)
  const shown = days.filter(
    (day) => day === today || cells.has(day) || campaigns.some((campaign) => campaign.startsOn === day),
  )
  if (shown.length === 0)
    return (
      <Card>
        <p className="text-2">{t('agenda.nothing')}</p>
      </Card>
    )
  return (
    <ol className={classes.days}>
      {shown.map((day) => (
        <li key={day}>
          <h2
            className={day === today ? `${classes.head} ${classes.today}` : classes.head}
            aria-current={day === today ? 'date' : undefined}
          >
            {time.day(day, { weekday: true, short: true })}
            {day === today && <span className={classes.word}>{t('today')}</span>}
          </h2>
          <div className={classes.posts}>
            {campaigns
              .filter((campaign) => campaign.startsOn === day)
              .map((campaign) => (
                <RecordLink key={campaign.id} type="campaign" id={campaign.id} className={classes.campaign}>
                  {t('agenda.campaign', { title: campaign.title })}
                </RecordLink>
              ))}
            <CellPosts posts={cells.get(day) ?? []} most={12} title={time.day(day, { weekday: true })} />
            {!cells.has(day) && <p className="small text-3">{t('agenda.empty')}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
