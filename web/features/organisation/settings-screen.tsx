import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Page } from '#web/ui/page.tsx'
import { ApiKeysSection } from './settings/api-keys-section.tsx'
import { OrganisationSection } from './settings/organisation-section.tsx'
import { PasswordSection } from './settings/password-section.tsx'
import { ProfileSection } from './settings/profile-section.tsx'
import { SampleSection } from './settings/sample-section.tsx'
import { SecondFactorSection } from './settings/second-factor-section.tsx'
import { SessionsSection } from './settings/sessions-section.tsx'
import classes from './settings-screen.module.css'

const TABS = ['profile', 'security', 'api-keys', 'organisation', 'sample'] as const
type Tab = (typeof TABS)[number]

/** One's own settings, and for those who may, the organisation's. A tab is part of the address. */
export function SettingsScreen() {
  const { t } = useTranslation('organisation')
  const { actions } = useMe()
  const search = useSearch({ from: '/shell/settings' })
  const navigate = useNavigate()
  const reachable = TABS.filter((tab) =>
    tab === 'api-keys'
      ? actions.includes('api-keys.manage')
      : tab === 'sample'
        ? actions.includes('sample.change')
        : true,
  )
  const tab: Tab = reachable.find((candidate) => candidate === search.tab) ?? 'profile'
  return (
    <Page title={t('settings')}>
      <Tabs
        value={tab}
        onChange={(value) =>
          void navigate({
            to: '/settings',
            search: value === null || value === 'profile' ? {} : { tab: value },
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List className={classes.list} aria-label={t('settings')}>
          {reachable.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`settings.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile" className={classes.column}>
          <ProfileSection />
        </Tabs.Panel>
        <Tabs.Panel value="security" className={classes.column}>
          <PasswordSection />
          <SecondFactorSection />
          <SessionsSection />
        </Tabs.Panel>
        <Tabs.Panel value="api-keys" className={classes.column}>
          <ApiKeysSection />
        </Tabs.Panel>
        <Tabs.Panel value="organisation" className={classes.column}>
          <OrganisationSection />
        </Tabs.Panel>
        <Tabs.Panel value="sample" className={classes.column}>
          <SampleSection />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
