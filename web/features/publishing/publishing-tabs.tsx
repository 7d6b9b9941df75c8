import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import classes from './publishing-tabs.module.css'

const TABS = [
  ['/calendar', 'tabs.plan'],
  ['/calendar/deliveries', 'tabs.deliveries'],
  ['/calendar/channels', 'tabs.channels'],
] as const

/** How many deliveries wait for a person, over all time; 0 until it is known. */
export function useWaitingDeliveries(): number {
  const counts = useQuery(orpc.publishing.deliveries.queryOptions({ input: { limit: 1 }, refetchInterval: 60_000 }))
    .data?.counts
  return (counts?.unknown ?? 0) + (counts?.['needs-person'] ?? 0)
}

/** The three ways into publishing, with a count where something waits for a person; filters stand at the right. */
export function PublishingTabs({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('publishing')
  const waiting = useWaitingDeliveries()
  return (
    <div className={classes.bar}>
      <nav className={classes.tabs} aria-label={t('tabs.label')}>
        {TABS.map(([to, words]) => (
          <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
            {t(words)}
            {to === '/calendar/deliveries' && waiting > 0 && (
              <span className={classes.count} title={t('tabs.waiting', { count: waiting })}>
                <span aria-hidden>{waiting}</span>
                <span className="visually-hidden">{t('tabs.waiting', { count: waiting })}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      {children !== undefined && <div className={classes.end}>{children}</div>}
    </div>
  )
}
