import { useTranslation } from 'react-i18next'
import { cityOf } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { PlatformMark } from '../platform-mark.tsx'
import type { CalendarCampaign } from '../records.ts'
import { instantOf } from '../wall-clock.ts'
import { byLane, emptyRuns } from './arrange.ts'
import type { PlacedPost } from './arrange.ts'
import { CampaignBars } from './campaign-bars.tsx'
import { CellPosts } from './cell-posts.tsx'
import { DropTarget } from './drop-target.tsx'
import { weekNumber } from './span.ts'
import classes from './week-grid.module.css'

export interface Lane {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly timeZone: string | null
}

interface WeekGridProps {
  readonly week: readonly string[]
  readonly lanes: readonly Lane[]
  readonly posts: readonly PlacedPost[]
  readonly campaigns: readonly CalendarCampaign[]
}

/** A week: days across, one lane a channel, campaigns above. */
export function WeekGrid({ week, lanes, posts, campaigns }: WeekGridProps) {
  const { t } = useTranslation('publishing')
  const cells = byLane(posts)
  return (
    <div className={classes.scroll}>
      <div className={classes.week} role="table" aria-label={t('week.label')}>
        <WeekHead week={week} />
        {campaigns.length > 0 && (
          <div className={classes.row} role="row">
            <div className={classes.lane} role="rowheader">
              <span className="medium">{t('week.campaigns')}</span>
            </div>
            <div className={classes.bars} role="cell">
              <CampaignBars campaigns={campaigns} week={week} />
            </div>
          </div>
        )}
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} week={week} cells={cells} />
        ))}
      </div>
    </div>
  )
}

function WeekHead({ week }: { week: readonly string[] }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const today = time.today()
  return (
    <div className={classes.row} role="row">
      <div className={`${classes.lane} ${classes.corner}`} role="columnheader">
        <span>{t('week.number', { number: weekNumber(week[0] ?? today) })}</span>
        <span>{t('zone.time', { city: cityOf(time.timeZone) })}</span>
      </div>
      {week.map((day) => (
        <div
          key={day}
          className={day === today ? `${classes.head} ${classes.today}` : classes.head}
          role="columnheader"
          aria-current={day === today ? 'date' : undefined}
        >
          <span className="text-2">{weekdayOf(time.reader.locale, day)}</span>
          <b>{Number(day.slice(8))}</b>
        </div>
      ))}
    </div>
  )
}

/** `Tue` of a calendar day. */
export function weekdayOf(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T12:00:00Z`))
}

function LaneRow({
  lane,
  week,
  cells,
}: {
  lane: Lane
  week: readonly string[]
  cells: ReadonlyMap<string, readonly PlacedPost[]>
}) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const today = time.today()
  const postsOf = (day: string) => cells.get(`${lane.id} ${day}`) ?? []
  // An unused channel is not a gap: only a rhythm that breaks off is marked.
  const used = week.some((day) => postsOf(day).length > 0)
  const gaps = used ? emptyRuns(week, (day) => postsOf(day).length === 0, today) : []
  const elsewhere =
    lane.timeZone === null ? null : time.elsewhere(instantOf(`${week[0] ?? today}T12:00`, lane.timeZone), lane.timeZone)
  return (
    <div className={classes.row} role="row">
      <div className={classes.lane} role="rowheader">
        <span className={classes.name}>
          <PlatformMark platform={lane.platform} />
          {lane.name}
        </span>
        {elsewhere !== null && lane.timeZone !== null && (
          <span className={classes.zone}>{t('zone.time', { city: cityOf(lane.timeZone) })}</span>
        )}
      </div>
      {week.map((day, place) => (
        <DropTarget
          key={day}
          day={day}
          channelId={lane.id}
          className={day === today ? `${classes.cell} ${classes.todayCell}` : classes.cell}
        >
          <CellPosts
            posts={postsOf(day)}
            most={6}
            title={`${lane.name}, ${time.day(day, { weekday: true, short: true })}`}
          />
          {gaps.map(
            (gap) =>
              gap.from === place && (
                <span key={gap.from} className={classes.gap} style={{ width: `calc(${gap.length * 100}% - 10px)` }}>
                  <span>{t('week.gap', { count: gap.length })}</span>
                </span>
              ),
          )}
        </DropTarget>
      ))}
    </div>
  )
}
