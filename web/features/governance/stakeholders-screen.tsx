import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { InfluenceGrid } from './stakeholders/influence-grid.tsx'
import { StakeholderTable } from './stakeholders/stakeholder-table.tsx'
import { everyStakeholder } from './stakeholders/stakeholder-values.ts'
import type { Stakeholder } from './stakeholders/stakeholder-values.ts'
import classes from './stakeholders/stakeholders.module.css'

const StakeholderForm = lazy(async () => ({
  default: (await import('./stakeholders/stakeholder-form.tsx')).StakeholderForm,
}))

/** Who has a say or an interest: as a picture of interest and influence, and as a table. */
export function StakeholdersScreen() {
  const { t } = useTranslation('approvals')
  const query = useQuery(everyStakeholder)
  const [edited, setEdited] = useState<Stakeholder | 'new' | null>(null)
  const add = (
    <AllowedButton
      action="stakeholders.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setEdited('new')}
    >
      {t('stakeholders.new')}
    </AllowedButton>
  )
  return (
    <Page title={t('stakeholders.title')} actions={add}>
      <GovernanceTabs />
      <p className={`${classes.lead} text-2`}>{t('stakeholders.text')}</p>
      <Loaded query={query} skeleton={8}>
        {(items) =>
          items.length === 0 ? (
            <Card pad={false}>
              <Empty
                icon={IconUsersGroup}
                title={t('stakeholders.empty.title')}
                text={t('stakeholders.empty.text')}
                example={t('stakeholders.empty.example')}
              />
            </Card>
          ) : (
            <div className={classes.columns}>
              <Card title={t('stakeholders.grid')}>
                <InfluenceGrid items={items} onOpen={setEdited} />
              </Card>
              <Card title={t('stakeholders.table')} pad={false}>
                <StakeholderTable items={items} onOpen={setEdited} />
              </Card>
            </div>
          )
        }
      </Loaded>
      <SideSheet
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === 'new' || edited === null ? t('stakeholders.new') : edited.name}
      >
        <Suspense fallback={null}>
          {edited !== null && (
            <StakeholderForm stakeholder={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
          )}
        </Suspense>
      </SideSheet>
    </Page>
  )
}
