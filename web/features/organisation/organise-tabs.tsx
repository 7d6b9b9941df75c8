import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentInSight } from '#web/ui/use-current-in-sight.ts'
import classes from './organise-tabs.module.css'

const TABS = [
  ['/organise', 'tabs.chart'],
  ['/organise/units', 'tabs.units'],
  ['/organise/people', 'tabs.people'],
  ['/organise/model', 'tabs.model'],
  ['/organise/advisor', 'tabs.advisor'],
  ['/organise/team', 'tabs.team'],
  ['/organise/experts', 'tabs.experts'],
  ['/organise/agencies', 'tabs.agencies'],
] as const

/** The ways into how the organisation is built. */
export function OrganiseTabs() {
  const { t } = useTranslation('organisation')
  const row = useCurrentInSight<HTMLElement>()
  return (
    <nav ref={row} className={classes.tabs} aria-label={t('tabs.label')}>
      {TABS.map(([to, words]) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {t(words)}
        </Link>
      ))}
    </nav>
  )
}
