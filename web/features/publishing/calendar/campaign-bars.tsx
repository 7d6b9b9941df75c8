import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { CalendarCampaign } from '../records.ts'
import { campaignRows } from './campaign-rows.ts'
import type { CampaignBar } from './campaign-rows.ts'
import classes from './campaign-bars.module.css'

interface CampaignBarsProps {
  readonly campaigns: readonly CalendarCampaign[]
  readonly week: readonly string[]
}

const COLOURS = [classes.first, classes.second, classes.third] as const

/** The campaigns of a week as bars over its days; an arrow where one goes on before or after it. */
export function CampaignBars({ campaigns, week }: CampaignBarsProps) {
  return (
    <div className={classes.bars}>
      {campaignRows(campaigns, week).map((bar) => (
        <Bar key={bar.campaign.id} bar={bar} week={week} />
      ))}
    </div>
  )
}

function Bar({ bar, week }: { bar: CampaignBar; week: readonly string[] }) {
  const note = useCampaignNote(bar.campaign, week)
  const names = [
    classes.bar,
    COLOURS[bar.place % COLOURS.length],
    bar.before ? classes.before : '',
    bar.after ? classes.after : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={names} style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.row + 1 }}>
      <RecordLink type="campaign" id={bar.campaign.id} className={classes.link} title={bar.campaign.title}>
        {bar.before && <IconChevronLeft size={14} stroke={1.5} aria-hidden />}
        <span className="ellipsis">
          {bar.campaign.title}
          <span className={classes.note}>{note}</span>
        </span>
        {bar.after && <IconChevronRight className={classes.on} size={14} stroke={1.5} aria-hidden />}
      </RecordLink>
    </div>
  )
}

/** Where the campaign stands today, or in other weeks until when it runs. */
function useCampaignNote({ startsOn, endsOn }: CalendarCampaign, week: readonly string[]): string {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const today = time.today()
  if (today < startsOn) return t('campaign.starts', { day: time.day(startsOn, { short: true }) })
  if (today > endsOn) return t('campaign.ended', { day: time.day(endsOn, { short: true }) })
  if (!week.includes(today)) return t('campaign.until', { day: time.day(endsOn, { short: true }) })
  return t('campaign.day', { day: daysBetween(startsOn, today) + 1, of: daysBetween(startsOn, endsOn) + 1 })
}
