import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TraceLine } from '#web/ui/trace-line.tsx'
import type { Trace } from '#web/ui/trace-line.tsx'
import classes from './tour.module.css'

interface FinishedStepProps {
  readonly trace: Trace
  readonly onFinish: () => Promise<void>
  readonly onAnew: () => void
}

/** The end of the tour: the chain that was built, with the click at its end. */
export function FinishedStep({ trace, onFinish, onAnew }: FinishedStepProps) {
  const { t } = useTranslation('measurement')
  return (
    <>
      <div className={classes.wide}>
        <TraceLine trace={trace} />
      </div>
      <div className={classes.foot}>
        <Button onClick={() => void onFinish()}>{t('tour.finished.action')}</Button>
        <Link to="/trace/$type/$id" params={{ type: trace.subject.type, id: trace.subject.id }} className="link">
          {t('best.whole')}
        </Link>
        <Button variant="subtle" color="gray" onClick={onAnew}>
          {t('tour.finished.anew')}
        </Button>
      </div>
    </>
  )
}
