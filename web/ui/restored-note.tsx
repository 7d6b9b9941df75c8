import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './restored-note.module.css'

interface RestoredNoteProps {
  readonly form: { readonly restored: boolean; readonly reset: () => void }
}

/** Says that something typed earlier and not saved is back in the form, with the way to begin again. */
export function RestoredNote({ form }: RestoredNoteProps) {
  const { t } = useTranslation('ui')
  const [seen, setSeen] = useState(false)
  if (!form.restored || seen) return null
  return (
    <p className={classes.note} role="status">
      <IconHistory size={16} stroke={1.5} aria-hidden />
      <span>{t('restored')}</span>
      <button
        type="button"
        className="link"
        onClick={() => {
          form.reset()
          setSeen(true)
        }}
      >
        {t('restored.again')}
      </button>
    </p>
  )
}
