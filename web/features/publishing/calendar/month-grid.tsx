import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import type { CalendarCampaign } from '../records.ts'
import { byDay } from './arrange.ts'
import type { PlacedPost } from './arrange.ts'
import { CampaignBars } from './campaign-bars.tsx'
import { campaignRows } from './campaign-rows.ts'
import { CellPosts } from './cell-posts.tsx'
import { DropTarget } from './drop-target.tsx'
import { weekdayOf } from './week-grid.tsx'
import classes from './month-grid.module.css'

interface MonthGridProps {
  readonly weeks: readonly (readonly string[])[]
  /** `2026-11`: days of other months are drawn paler. */
  readonly month: string
  readonly posts: readonly PlacedPost[]
  readonly campaigns: readonly CalendarCampaign[]
}

/** A month in whole weeks; each day shows its first posts in one line each, and a button for the rest. */
export function MonthGrid({ weeks, month, posts, campaigns }: MonthGridProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const cells = byDay(posts)
  return (
    <div className={classes.scroll}>
      <div className={classes.month} role="table" aria-label={t('month.label')}>
        <div className={classes.row} role="row">
          {weeks[0]?.map((day) => (
            <div key={day} className={classes.head} role="columnheader">
              {weekdayOf(time.reader.locale, day)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <WeekRow key={week[0]} week={week} month={month} cells={cells} campaigns={campaigns} />
        ))}
      </div>
    </div>
  )
}

interface WeekRowProps {
  readonly week: readonly string[]
  readonly month: string
  readonly cells: ReadonlyMap<string, readonly PlacedPost[]>
  readonly campaigns: readonly CalendarCampaign[]
}

function WeekRow({ week, month, cells, campaigns }: WeekRowProps) {
  const time = useTime()
  const today = time.today()
  // Room above the posts of each day for the campaign bars, which run across the week.
  const barRows = Math.max(0, ...campaignRows(campaigns, week).map((bar) => bar.row + 1))
  return (
    <div className={`${classes.row} ${classes.week}`} role="row">
      {week.map((day) => (
        <DropTarget
          key={day}
          day={day}
          className={[classes.cell, day === today ? classes.today : '', day.startsWith(month) ? '' : classes.other]
            .filter(Boolean)
            .join(' ')}
        >
          <span className={classes.number} aria-current={day === today ? 'date' : undefined}>
            <span className="visually-hidden">{time.day(day, { weekday: true })}</span>
            <b aria-hidden>{Number(day.slice(8))}</b>
          </span>
          {barRows > 0 && <span style={{ height: barRows * 26 }} />}
          <CellPosts posts={cells.get(day) ?? []} most={5} title={time.day(day, { weekday: true })} line />
        </DropTarget>
      ))}
      {barRows > 0 && (
        <div className={classes.bars} role="cell">
          <CampaignBars campaigns={campaigns} week={week} />
        </div>
      )}
    </div>
  )
}
