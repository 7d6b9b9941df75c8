import { useQueryClient } from '@tanstack/react-query'
import { IconCircleCheck, IconEye, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import classes from '../governance.module.css'
import { EntryDetailsView } from './entry-details.tsx'
import { EntryForm } from './entry-form.tsx'
import { refreshEntries } from './entry-records.ts'
import type { Entry, EntryDetails } from './entry-records.ts'
import { LookForm } from './look-form.tsx'

/** One thing that is kept, by its working name. Its words come into sight only for a reason. */
export function EntryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('confidential')
  const time = useTime()
  const queryClient = useQueryClient()
  const [looking, setLooking] = useState(false)
  const [changing, setChanging] = useState(false)
  const [details, setDetails] = useState<EntryDetails | null>(null)
  const close = () => {
    setLooking(false)
    setChanging(false)
    setDetails(null)
  }
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className="medium">{entry.title}</span>
        <div className={classes.facts}>
          <Badge tone={entry.holds ? 'bad' : 'good'} icon={entry.holds ? IconLock : IconCircleCheck}>
            {entry.embargoUntil === null
              ? t('always')
              : t(entry.holds ? 'until' : 'over', { day: time.day(entry.embargoUntil) })}
          </Badge>
          <span className={classes.quiet}>{t('ask', { contact: entry.contact })}</span>
          {entry.listen && <span className={classes.quiet}>{t('listen')}</span>}
        </div>
        <span className={classes.quiet}>
          {t('facts', { words: entry.words, hits: entry.hits, views: entry.views })}
          {entry.lastHitAt !== null && ` · ${t('last', { when: time.instant(entry.lastHitAt) })}`}
        </span>
      </div>
      <AllowedButton
        action="confidential.read"
        variant="default"
        size="xs"
        icon={<IconEye size={14} stroke={1.5} aria-hidden />}
        aria-label={t('look.label', { title: entry.title })}
        onClick={() => setLooking(true)}
      >
        {t('look')}
      </AllowedButton>
      <SideSheet
        opened={looking}
        onClose={close}
        title={details === null ? t('look.title') : changing ? t('edit.title') : entry.title}
      >
        {details === null ? (
          <LookForm
            entry={entry}
            onSeen={(seen) => {
              setDetails(seen)
              void refreshEntries(queryClient)
            }}
          />
        ) : changing ? (
          <EntryForm entry={details} onDone={close} />
        ) : (
          <EntryDetailsView details={details} onChange={() => setChanging(true)} onDone={close} />
        )}
      </SideSheet>
    </li>
  )
}
