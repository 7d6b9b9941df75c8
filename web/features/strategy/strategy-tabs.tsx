import { useTranslation } from 'react-i18next'
import { RoomTabs } from '#web/ui/room-tabs.tsx'

const TABS = [
  ['/strategy', 'tabs.overview'],
  ['/strategy/audiences', 'tabs.audiences'],
  ['/strategy/cascade', 'tabs.cascade'],
  ['/strategy/audit', 'tabs.audit'],
  ['/strategy/channels', 'tabs.channels'],
  ['/strategy/plans', 'tabs.plans'],
  ['/strategy/budget', 'tabs.budget'],
  ['/strategy/scorecard', 'tabs.scorecard'],
  ['/strategy/document', 'tabs.document'],
  ['/strategy/kpis', 'tabs.kpis'],
] as const

/** The ways into the strategy. */
export function StrategyTabs() {
  const { t } = useTranslation('strategy')
  return <RoomTabs label={t('tabs.label')} tabs={TABS.map(([to, words]) => ({ to, words: t(words) }))} />
}
