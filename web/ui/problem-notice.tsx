import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#web/kernel/client.ts'
import { useRefusalText } from './refusal-text.ts'
import classes from './problem-notice.module.css'

interface ProblemNoticeProps {
  readonly problem: Problem
  readonly onRetry?: (() => void) | undefined
}

/** Says in a sentence what was refused and what one can do. Announced when it appears. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation('ui')
  const sentence = useRefusalText()
  return (
    <div className={classes.notice} role="alert">
      <IconAlertCircle className={classes.mark} size={18} stroke={1.5} aria-hidden />
      <p className={classes.words}>{sentence(problem)}</p>
      {onRetry !== undefined && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
