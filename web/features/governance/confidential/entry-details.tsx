import { useQueryClient } from '@tanstack/react-query'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshEntries } from './entry-records.ts'
import type { EntryDetails } from './entry-records.ts'
import classes from './confidential.module.css'

interface EntryDetailsViewProps {
  readonly details: EntryDetails
  readonly onChange: () => void
  readonly onDone: () => void
}

/** The words themselves, and who typed them. */
export function EntryDetailsView({ details, onChange, onDone }: EntryDetailsViewProps) {
  const { t } = useTranslation('confidential')
  const time = useTime()
  const remove = useRemoval(details, onDone)
  const facts = [
    [t('details.terms'), details.terms.join(', ')],
    [t('details.aliases'), details.aliases.join(', ')],
    [t('details.note'), details.note],
    [t('details.query'), details.listen ? details.query : ''],
  ] as const
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="small text-3">{label}</dt>
            <dd>{value === '' ? t('details.none') : value}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.head}>{t('details.found')}</h3>
      {details.found.length === 0 ? (
        <p className="small text-2">{t('details.found.none')}</p>
      ) : (
        <ul className={classes.found}>
          {details.found.map((hit) => (
            <li key={hit.id}>
              {t('details.found.row', { person: hit.by?.name ?? t('somebody'), words: hit.words })}
              <span className="small text-3">{` ${time.instant(hit.lastAt)} · ${hit.times}×`}</span>
            </li>
          ))}
        </ul>
      )}
      <SheetFoot>
        <AllowedButton
          action="confidential.change"
          variant="default"
          icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
          onClick={() => void remove()}
        >
          {t('remove')}
        </AllowedButton>
        <AllowedButton
          action="confidential.change"
          icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
          onClick={onChange}
        >
          {t('details.change')}
        </AllowedButton>
      </SheetFoot>
    </>
  )
}

function useRemoval({ id, version }: EntryDetails, onDone: () => void): () => Promise<void> {
  const { t } = useTranslation('confidential')
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  return async () => {
    try {
      await api.governance.watch.remove({ id }, { context: { version } })
      onDone()
      announce(t('removed'), {
        undo: async () => {
          await api.governance.watch.restore({ id })
          await refreshEntries(queryClient)
        },
      })
      await refreshEntries(queryClient)
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
}
