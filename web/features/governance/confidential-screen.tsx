import { useQuery } from '@tanstack/react-query'
import { IconEyeOff, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { everyEntry } from './confidential/entry-records.ts'
import { EntryForm } from './confidential/entry-form.tsx'
import { EntryRow } from './confidential/entry-row.tsx'
import { ViewList } from './confidential/view-list.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import classes from './governance.module.css'

/** What must not come out before its day, by working names; who looked at it, and why. */
export function ConfidentialScreen() {
  const { t } = useTranslation('confidential')
  const may = useMay('confidential.read')
  const [making, setMaking] = useState(false)
  const add = (
    <AllowedButton
      action="confidential.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setMaking(true)}
    >
      {t('new')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} actions={add}>
      <GovernanceTabs />
      <p className={`text-2 ${classes.clamp}`} style={{ marginBottom: 16 }}>
        {t('intro')}
      </p>
      {may.allowed ? (
        <div className={classes.columns}>
          <div>
            <EntryList />
          </div>
          <div>
            <ViewList />
          </div>
        </div>
      ) : (
        <Card>
          <Empty icon={IconEyeOff} title={t('closed')} text={may.because} />
        </Card>
      )}
      <SideSheet opened={making} onClose={() => setMaking(false)} title={t('new.title')}>
        <EntryForm entry={null} onDone={() => setMaking(false)} />
      </SideSheet>
    </Page>
  )
}

function EntryList() {
  const { t } = useTranslation('confidential')
  const entries = useQuery(everyEntry)
  return (
    <Card title={t('list')} pad={false}>
      <Loaded query={entries} skeleton={4}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon={IconEyeOff} title={t('empty')} text={t('empty.text')} example={t('empty.example')} />
          ) : (
            <ul className={classes.rows}>
              {items.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
