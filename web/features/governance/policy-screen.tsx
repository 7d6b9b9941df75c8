import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { AcceptCard } from './policies/accept-card.tsx'
import { AcceptanceBadge } from './policies/acceptance-badge.tsx'
import { ComparisonCard } from './policies/comparison-card.tsx'
import { EditPolicy } from './policies/edit-policy.tsx'
import { PolicyActions } from './policies/policy-actions.tsx'
import { PolicyDocument } from './policies/policy-document.tsx'
import { VersionsCard } from './policies/versions-card.tsx'
import { WhoAcceptedCard } from './policies/who-accepted-card.tsx'
import { isReadingLanguage, textIn, useReadingLanguage } from './reading-language.ts'
import type { Policy } from './records.ts'
import classes from './governance.module.css'

/** One policy: read as a document, accepted, compared with earlier versions, and for some written further. */
export function PolicyScreen() {
  const { t } = useTranslation('policies')
  const { id } = useParams({ from: '/shell/govern/policies/$id' })
  const query = useQuery(orpc.governance.policies.read.queryOptions({ input: { id } }))
  if (query.data !== undefined) return <PolicyPage key={id} policy={query.data} />
  return (
    <Page title={t('policy')}>
      <Loaded query={query} skeleton={8}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function PolicyPage({ policy }: { policy: Policy }) {
  const { t } = useTranslation('policies')
  const time = useTime()
  const search = useSearch({ from: '/shell/govern/policies/$id' })
  const own = useReadingLanguage()
  const mayChange = useMay('policies.change').allowed
  const [chosen, setLanguage] = useState<string>(own)
  const language = isReadingLanguage(chosen) ? chosen : own
  const view = policy.published === null && mayChange ? 'edit' : search.view
  const { current } = policy
  return (
    <Page
      title={textIn(policy.title, language) ?? t('policy')}
      badge={<AcceptanceBadge state={policy.mine.state} />}
      sub={
        current === null
          ? t('never-published')
          : t('in-force', { number: current.number, day: time.date(current.publishedAt) })
      }
      actions={
        <>
          <LanguageSwitch language={language} onChange={setLanguage} />
          <PolicyActions policy={policy} editing={view === 'edit'} />
        </>
      }
    >
      <GovernanceTabs />
      {view === 'edit' && mayChange ? (
        <EditPolicy key={policy.version} policy={policy} language={language} />
      ) : (
        <div className={classes.columns}>
          <div>
            {view === 'compare' ? (
              <ComparisonCard policy={policy} from={Number(search.from ?? 0)} language={language} />
            ) : (
              policy.published !== null && <PolicyDocument content={policy.published.content} language={language} />
            )}
          </div>
          <div>
            <AcceptCard policy={policy} language={language} />
            <VersionsCard policy={policy} />
            {mayChange && current !== null && <WhoAcceptedCard policy={policy} />}
          </div>
        </div>
      )}
    </Page>
  )
}
