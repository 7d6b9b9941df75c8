import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './empty.module.css'

interface EmptyProps {
  readonly icon: Icon
  readonly title: string
  /** One sentence: what this is for. */
  readonly text: string
  /** One button that fills it. */
  readonly action?: ReactNode
  readonly example?: string | undefined
}

/** What stands where nothing is yet. It teaches: one sentence, one button, one example. */
export function Empty({ icon: Mark, title, text, action, example }: EmptyProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.empty}>
      <Mark className={classes.mark} size={24} stroke={1.5} aria-hidden />
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{example === undefined ? text : `${text} ${t('empty.example', { example })}`}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
