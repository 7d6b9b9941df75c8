import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import classes from './budget.module.css'
import type { Budget } from './records.ts'

/** What the sums leave out: amounts without a rate, and hours whose cost the reader may not see. */
export function Gaps({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const { gaps, hours } = budget
  return (
    <>
      {gaps.length > 0 && (
        <section className={classes.gaps} aria-label={t('gap.title')}>
          <p className="medium">{t('gap.title')}</p>
          <ul>
            {gaps.map(({ kind, currency, person, firstOn, count }) => (
              <li key={`${kind} ${currency} ${person?.id}`}>
                <span>
                  {t(`gap.${kind}`, {
                    count,
                    currency: currency ?? '',
                    person: person?.name ?? '',
                    from: time.day(firstOn),
                  })}
                </span>
                <Link to="/strategy/budget" search={{ view: 'rates' }} className="link">
                  {t('gap.do')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hours.leftOut > 0 && <p className={classes.quiet}>{t('left-out', { count: hours.leftOut })}</p>}
    </>
  )
}
