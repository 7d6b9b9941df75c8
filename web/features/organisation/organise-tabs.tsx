import { useTranslation } from 'react-i18next'
import { RoomTabs } from '#web/ui/room-tabs.tsx'

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
  return <RoomTabs label={t('tabs.label')} tabs={TABS.map(([to, words]) => ({ to, words: t(words) }))} />
}
