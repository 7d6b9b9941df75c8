import { useTranslation } from 'react-i18next'
import classes from './needed-mark.module.css'

/** Says what the dark upright mark on the bars is. */
export function NeededMark() {
  const { t } = useTranslation('measurement')
  return (
    <span className={classes.legend}>
      <span className={classes.mark} aria-hidden />
      {t('needed-today')}
    </span>
  )
}
