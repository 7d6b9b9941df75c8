import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { NewPolicy } from './policies/new-policy.tsx'
import { PolicyList } from './policies/policy-list.tsx'
import { everyPolicy } from './records.ts'

/** What holds for everybody who speaks in the organisation's name, and what I still have to accept. */
export function PoliciesScreen() {
  const { t } = useTranslation('policies')
  const [beginning, setBeginning] = useState(false)
  const policies = useQuery(everyPolicy)
  const waiting = policies.data?.filter(({ mine }) => ['missing', 'older'].includes(mine.state)).length ?? 0
  const begin = (
    <AllowedButton
      action="policies.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setBeginning(true)}
    >
      {t('new')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} sub={waiting > 0 ? t('waiting', { count: waiting }) : undefined} actions={begin}>
      <GovernanceTabs />
      <PolicyList query={policies} begin={begin} />
      <SideSheet opened={beginning} onClose={() => setBeginning(false)} title={t('new.title')} size={560}>
        <NewPolicy onDone={() => setBeginning(false)} />
      </SideSheet>
    </Page>
  )
}
