import { IconHandStop } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { useRunningStops } from '#web/ui/use-running-stops.ts'
import classes from './stop.module.css'

const StopDialog = lazy(async () => ({ default: (await import('#web/ui/stop-dialog.tsx')).StopDialog }))

/** Stops publishing, from every screen; while something is stopped, says what and leads there. */
export function StopButton() {
  const { t } = useTranslation('shell')
  const { actions } = useMe()
  const running = useRunningStops()
  const [opened, setOpened] = useState(false)
  const [first] = running
  if (first !== undefined)
    return (
      <Link to="/govern/stop" className={`${classes.button} ${classes.held}`}>
        <IconHandStop size={18} stroke={1.5} aria-hidden />
        <span className={classes.label}>
          {running.length === 1
            ? t('stop.held', { scope: first.scope.name })
            : t('stop.held.many', { count: running.length })}
        </span>
      </Link>
    )
  if (!actions.includes('emergency.stop')) return null
  return (
    <>
      <button type="button" className={classes.button} aria-label={t('stop.open')} onClick={() => setOpened(true)}>
        <IconHandStop size={18} stroke={1.5} aria-hidden />
        <span className={classes.label}>{t('stop')}</span>
      </button>
      {opened && (
        <Suspense fallback={null}>
          <StopDialog opened onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
