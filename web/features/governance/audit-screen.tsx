import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Page } from '#web/ui/page.tsx'
import { ChainCard } from './audit/chain-card.tsx'
import { EventFilters } from './audit/event-filters.tsx'
import { EventList } from './audit/event-list.tsx'
import { ExportMenu } from './audit/export-menu.tsx'
import { HoldsCard } from './audit/holds-card.tsx'
import { RetentionCard } from './audit/retention-card.tsx'
import classes from './governance.module.css'
import { GovernanceTabs } from './governance-tabs.tsx'

/** The audit log: every change and every decision, whether the record of them holds, and how long it is kept. */
export function AuditScreen() {
  const { t } = useTranslation('audit')
  const filter = useSearch({ from: '/shell/govern/audit' })
  const navigate = useNavigate({ from: '/govern/audit' })
  return (
    <Page title={t('title')} sub={t('sub')} actions={<ExportMenu filter={filter} />}>
      <GovernanceTabs />
      <div className={classes.columns}>
        <div>
          <Card>
            <EventFilters
              key={filter.record ?? ''}
              filter={filter}
              onFilter={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
            />
          </Card>
          <EventList filter={filter} />
        </div>
        <div>
          <ChainCard />
          <RetentionCard />
          <HoldsCard />
        </div>
      </div>
    </Page>
  )
}
