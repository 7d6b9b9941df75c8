import { IconHandStop } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { useRunningStops } from '#web/ui/use-running-stops.ts'
import classes from './stop.module.css'

/** Above every screen, for everybody: what is stopped, by whom, why and since when. */
export function StopBanner() {
  const { t } = useTranslation('shell')
  const time = useTime()
  const running = useRunningStops()
  return (
    <div role="status">
      {running.map(({ id, scope, reason, startedAt, startedBy }) => (
        <div key={id} className={classes.banner}>
          <span className={classes.mark}>
            <IconHandStop size={18} stroke={1.5} aria-hidden />
          </span>
          <div className={classes.words}>
            <p className={classes.title}>
              {scope.kind === 'organisation'
                ? t('stop.banner.everything')
                : t('stop.banner.scoped', { scope: scope.name })}
            </p>
            <p title={time.instant(startedAt)}>
              {t('stop.banner.told', { person: startedBy, when: time.relative(startedAt), reason })}
            </p>
          </div>
          <Link to="/govern/stop" className={classes.look}>
            {t('stop.banner.look')}
          </Link>
        </div>
      ))}
    </div>
  )
}
