import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import type { Unit } from '../structure-records.ts'
import classes from './units.module.css'

/** The coming public holidays of a region's country. */
export function UnitHolidays({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('units')
  const time = useTime()
  const holidays = useQuery(orpc.organisation.units.holidays.queryOptions({ input: { id: unit.id } }))
  return (
    <section className={classes.part} aria-labelledby={`holidays-${unit.id}`}>
      <h3 id={`holidays-${unit.id}`}>{t('holidays')}</h3>
      <Loaded query={holidays}>
        {({ items }) => (
          <ul className={classes.rows}>
            {items.slice(0, 6).map(({ on, name }) => (
              <li key={on}>
                <span className={classes.words}>{name}</span>
                <span className="text-3 small">{time.day(on, { weekday: true })}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
