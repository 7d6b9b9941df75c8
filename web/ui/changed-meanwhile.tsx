import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './changed-meanwhile.module.css'

/** A field with both its versions, in words. */
export interface DifferingField {
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

interface ChangedMeanwhileProps {
  /** The fields that differ now, each in words. */
  readonly fields: readonly DifferingField[]
  readonly sending?: boolean
  /** Saves what is typed here over the other version. */
  readonly onMine: () => void
  /** Puts the other version into the form. */
  readonly onTheirs: () => void
}

/** Somebody else was faster: shows both versions of each field that differs and lets the person decide. Nothing typed is lost. */
export function ChangedMeanwhile({ fields, sending = false, onMine, onTheirs }: ChangedMeanwhileProps) {
  const { t } = useTranslation('ui')
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In braces: some browsers answer with a promise, which an effect must not return.
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div className={classes.notice} role="alert" ref={notice}>
      <p className={classes.head}>
        <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
        {t('changed.title')}
      </p>
      <p>{t('changed.text')}</p>
      {fields.map((field) => (
        <dl key={field.label} className={classes.field}>
          <dt className={classes.label}>{field.label}</dt>
          <div>
            <dt>{t('changed.mine')}</dt>
            <dd>{field.mine || '–'}</dd>
          </div>
          <div>
            <dt>{t('changed.theirs')}</dt>
            <dd>{field.theirs || '–'}</dd>
          </div>
        </dl>
      ))}
      <div className={classes.ways}>
        <Button size="xs" variant="default" loading={sending} onClick={onMine}>
          {t('changed.keep-mine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t('changed.take-theirs')}
        </Button>
      </div>
    </div>
  )
}
