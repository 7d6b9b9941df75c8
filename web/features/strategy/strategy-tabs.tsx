import { useTranslation } from 'react-i18next'
import { RoomTabs } from '#web/ui/room-tabs.tsx'

/** In the order in which a strategy is worked out, and told at the end. */
const TABS = [
  ['/strategy', 'tabs.overview'],
  ['/strategy/audit', 'tabs.audit'],
  ['/strategy/audiences', 'tabs.audiences'],
  ['/strategy/channels', 'tabs.channels'],
  ['/strategy/cascade', 'tabs.cascade'],
  ['/strategy/plans', 'tabs.plans'],
  ['/strategy/budget', 'tabs.budget'],
  ['/strategy/scorecard', 'tabs.scorecard'],
  ['/strategy/kpis', 'tabs.kpis'],
  ['/strategy/document', 'tabs.document'],
] as const

/** The ways into the strategy. */
export function StrategyTabs() {
  const { t } = useTranslation('strategy')
  return <RoomTabs label={t('tabs.label')} tabs={TABS.map(([to, words]) => ({ to, words: t(words) }))} />
}
