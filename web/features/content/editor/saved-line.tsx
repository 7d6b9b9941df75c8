import { Button, Loader } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import type { PieceSaver } from './piece-saver.ts'
import { useSaverState } from './use-piece-saver.ts'
import classes from './saved-line.module.css'

interface SavedLineProps {
  readonly saver: PieceSaver
  /** When the piece was last changed before this page was opened. */
  readonly changedAt: string
}

/** Whether what one sees is saved, and since when; what to do where it is not. */
export function SavedLine({ saver, changedAt }: SavedLineProps) {
  const { t } = useTranslation(['content', 'ui'])
  const time = useTime()
  const sentence = useRefusalText()
  const { status } = useSaverState(saver)
  const at = status.kind === 'saved' && status.at !== null ? status.at : new Date(changedAt)
  const today = time.dayOf(at) === time.today()
  return (
    <span className={classes.line} data-kind={status.kind} role="status">
      {status.kind === 'saved' && (
        <>
          <IconCheck size={16} stroke={1.5} aria-hidden />
          {t('saved.at', { when: today ? time.time(at) : time.date(at) })}
        </>
      )}
      {status.kind === 'unsaved' && (
        <>
          <IconPencil size={16} stroke={1.5} aria-hidden />
          {t('saved.not-yet')}
        </>
      )}
      {status.kind === 'saving' && (
        <>
          <Loader size={14} aria-hidden />
          {t('saved.saving')}
        </>
      )}
      {status.kind === 'conflict' && (
        <>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          {t('saved.conflict')}
        </>
      )}
      {status.kind === 'refused' && (
        <>
          <IconAlertCircle size={16} stroke={1.5} aria-hidden />
          <span>{sentence(status.problem.fields[0] ?? status.problem)}</span>
          <Button size="xs" variant="default" onClick={() => void saver.flush()}>
            {t('ui:retry')}
          </Button>
        </>
      )}
    </span>
  )
}
