import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { IconClock } from '@tabler/icons-react'
import type { RegionWeek } from '../structure-records.ts'
import { dayName } from '../units/week-field.tsx'
import classes from './team.module.css'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** How many people each region has in each hour of the week, drawn; hours in which nobody is there though somebody should are hatched. */
export function WeeksCard({ weeks }: { readonly weeks: readonly RegionWeek[] }) {
  const { t } = useTranslation('team')
  return (
    <Card title={t('weeks')} pad={false}>
      {weeks.length === 0 && <Empty icon={IconClock} title={t('weeks.empty')} text={t('weeks.text')} />}
      {weeks.map((week) => (
        <Region key={week.unit.id} week={week} />
      ))}
      {weeks.length > 0 && (
        <p className={classes.legend}>
          {(['bare', 'one', 'two', 'many'] as const).map((tone) => (
            <span key={tone}>
              <i className={`${classes.cell} ${classes[tone]}`} aria-hidden />
              {t(`legend.${tone}`)}
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function Region({ week }: { week: RegionWeek }) {
  const { t, i18n } = useTranslation('team')
  const time = useTime()
  return (
    <section className={classes.region} aria-labelledby={`week-${week.unit.id}`}>
      <div className={classes.regionhead}>
        <h3 id={`week-${week.unit.id}`}>{week.unit.name}</h3>
        <span className="text-3 small">
          {week.timeZone}
          {week.unsaid > 0 && ` · ${t('unsaid', { count: week.unsaid })}`}
        </span>
      </div>
      <table className={classes.strip}>
        <caption className="visually-hidden">{t('weeks.caption', { unit: week.unit.name })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('weeks.day')}</span>
            </th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span aria-hidden>{hour % 6 === 0 ? hour : ''}</span>
                <span className="visually-hidden">{`${hour}:00`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.people.map((hours, place) => (
            <tr key={dayName(place + 1, 'en')}>
              <th scope="row">{dayName(place + 1, i18n.language, 'short')}</th>
              {HOURS.map((hour) => {
                const count = hours[hour] ?? 0
                const bare = count === 0 && isWanted(week, place, hour)
                const words = bare ? t('cell.bare') : t('cell', { count })
                return (
                  <td
                    key={hour}
                    className={`${classes.cell} ${bare ? classes.bare : (TONES[Math.min(count, 3)] ?? '')}`}
                    title={`${dayName(place + 1, i18n.language)} ${String(hour).padStart(2, '0')}:00 · ${words}`}
                  >
                    <span className="visually-hidden">{words}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {week.holidays.length > 0 && (
        <p className="text-3 small">
          {t('weeks.holidays', {
            days: week.holidays.map(({ on, name }) => `${time.day(on, { short: true })} ${name}`).join(', '),
          })}
        </p>
      )}
    </section>
  )
}

const TONES = ['', classes.one, classes.two, classes.many] as const

function isWanted({ wanted }: RegionWeek, place: number, hour: number): boolean {
  const span = wanted[place]
  const middle = `${String(hour).padStart(2, '0')}:30`
  return span != null && span.from <= middle && middle < span.until
}
