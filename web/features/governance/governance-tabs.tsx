import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentInSight } from '#web/ui/use-current-in-sight.ts'
import classes from './governance-tabs.module.css'

const TABS = [
  ['/govern', 'tabs.approvals'],
  ['/govern/policies', 'tabs.policies'],
  ['/govern/training', 'tabs.training'],
  ['/govern/rules', 'tabs.rules'],
  ['/govern/confidential', 'tabs.confidential'],
  ['/govern/workflows', 'tabs.workflows'],
  ['/govern/stakeholders', 'tabs.stakeholders'],
  ['/govern/stop', 'tabs.stop'],
  ['/govern/audit', 'tabs.audit'],
] as const

/** The ways into what holds for everybody. */
export function GovernanceTabs() {
  const { t } = useTranslation('governance')
  const row = useCurrentInSight<HTMLElement>()
  return (
    <nav ref={row} className={classes.tabs} aria-label={t('tabs.label')}>
      {TABS.map(([to, words]) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: to === '/govern', includeSearch: false }}
        >
          {t(words)}
        </Link>
      ))}
    </nav>
  )
}
