import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { AgencyCard } from './agencies/agency-card.tsx'
import { AgencyForm } from './agencies/agency-form.tsx'
import { OrganiseTabs } from './organise-tabs.tsx'
import classes from './team/team.module.css'

/** Agencies: who answers for each, until when, and what it was given. */
export function AgenciesScreen() {
  const { t } = useTranslation('team')
  const agencies = useQuery(orpc.organisation.agencies.list.queryOptions())
  const [writing, setWriting] = useState<string | null>(null)
  const agency = agencies.data?.items.find((one) => one.id === writing)
  const add = (
    <AllowedButton
      action="agencies.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setWriting('new')}
    >
      {t('agency.add')}
    </AllowedButton>
  )
  return (
    <Page title={t('agencies')} actions={add}>
      <OrganiseTabs />
      <Loaded query={agencies} skeleton={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty
                icon={IconBuildingStore}
                title={t('agencies.empty')}
                text={t('agencies.text')}
                example={t('agencies.example')}
              />
            </Card>
          ) : (
            <div className={classes.columns}>
              {items.map((one) => (
                <AgencyCard key={one.id} agency={one} onChange={() => setWriting(one.id)} />
              ))}
            </div>
          )
        }
      </Loaded>
      <SideSheet
        opened={writing !== null}
        onClose={() => setWriting(null)}
        title={agency?.name ?? t('agency.new')}
        size={520}
      >
        {writing === 'new' && <AgencyForm agency={null} onDone={() => setWriting(null)} />}
        {agency !== undefined && (
          <AgencyForm key={`${agency.id} ${agency.version}`} agency={agency} onDone={() => setWriting(null)} />
        )}
      </SideSheet>
    </Page>
  )
}
