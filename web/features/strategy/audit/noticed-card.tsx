import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_STATES } from '#contract/audit-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { FindingBadge, StateBadge } from './account-badges.tsx'
import classes from './audit.module.css'

/** How our accounts stand, and what was noticed about how many of them. */
export function NoticedCard() {
  const { t } = useTranslation('accounts')
  const number = useNumber()
  const query = useQuery(orpc.strategy.audit.summary.queryOptions())
  return (
    <Card title={t('noticed.title')}>
      <Loaded query={query}>
        {({ states, findings }) => (
          <div className={classes.form}>
            <div className={classes.states}>
              {ACCOUNT_STATES.map((state) => (
                <Link key={state} to="/strategy/audit" search={{ state }} className={classes.state ?? ''}>
                  <span>
                    <StateBadge state={state} />
                  </span>
                  <strong>{number.count(states[state])}</strong>
                  <span className={classes.quiet}>{t(`state.${state}.help`)}</span>
                </Link>
              ))}
            </div>
            {findings.length === 0 ? (
              <Empty icon={IconCircleCheck} title={t('noticed.none')} text={t('noticed.none.text')} />
            ) : (
              <ul className={classes.noticed}>
                {findings.map(({ finding, accounts }) => (
                  <li key={finding}>
                    <FindingBadge finding={finding} />
                    <span className={classes.quiet}>{t('noticed.accounts', { count: accounts })}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  )
}
