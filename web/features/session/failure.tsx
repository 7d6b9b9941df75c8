import { useRouter } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import classes from './failure.module.css'

/** What stands in place of a screen that broke or could not be fetched. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className={classes.failure}>
      <h1 id="page-title" tabIndex={-1}>
        {t('failure.title')}
      </h1>
      <ProblemNotice problem={asProblem(error)} onRetry={retry} />
    </div>
  )
}
