import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentInSight } from '#web/ui/use-current-in-sight.ts'
import classes from './strategy-tabs.module.css'

const TABS = [
  ['/strategy', 'tabs.overview'],
  ['/strategy/cascade', 'tabs.cascade'],
  ['/strategy/plans', 'tabs.plans'],
  ['/strategy/scorecard', 'tabs.scorecard'],
  ['/strategy/document', 'tabs.document'],
  ['/strategy/kpis', 'tabs.kpis'],
] as const

/** The ways into the strategy. */
export function StrategyTabs() {
  const { t } = useTranslation('strategy')
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
