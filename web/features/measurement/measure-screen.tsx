import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '#web/ui/page.tsx'
import { ConversionsTab } from './conversions/conversions-tab.tsx'
import { LinksTab } from './links/links-tab.tsx'
import classes from './measure-screen.module.css'
import { OverviewTab } from './overview/overview-tab.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { readPeriod } from './period.ts'

const TABS = ['overview', 'links', 'conversions'] as const
type Tab = (typeof TABS)[number]

function readTab(text: string | null | undefined): Tab {
  return TABS.find((tab) => tab === text) ?? 'overview'
}

/** What came back: by day, channel and post, and the links and conversions that it is counted from. */
export function MeasureScreen() {
  const { t } = useTranslation('measurement')
  const search = useSearch({ from: '/shell/measure' })
  const navigate = useNavigate({ from: '/measure' })
  const period = readPeriod(search.period)
  const tab = readTab(search.tab)
  const periods =
    tab === 'overview' ? (
      <PeriodSwitch
        period={period}
        onChange={(chosen) => void navigate({ search: (before) => ({ ...before, period: chosen }), replace: true })}
      />
    ) : undefined
  return (
    <Page title={t('measure.title')} sub={t(`measure.${tab}.sub`)} actions={periods}>
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ search: (before) => ({ ...before, tab: readTab(chosen) }), replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs}>
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <OverviewTab period={period} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <LinksTab />
        </Tabs.Panel>
        <Tabs.Panel value="conversions">
          <ConversionsTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
