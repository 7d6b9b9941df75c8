import { useTranslation } from 'react-i18next'
import { RoomTabs } from '#web/ui/room-tabs.tsx'

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
  return (
    <RoomTabs
      label={t('tabs.label')}
      tabs={TABS.map(([to, words]) => ({ to, words: t(words), withScreensBelow: to !== '/govern' }))}
    />
  )
}
