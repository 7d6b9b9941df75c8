import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import classes from './overview.module.css'

/** What each figure means, where one looks at it. */
export function DefinitionsCard() {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('definitions.title')}>
      <dl className={classes.definitions}>
        {(['value', 'conversions', 'clicks', 'engagements', 'posts'] as const).map((measure) => (
          <div key={measure}>
            <dt>{t(`measure.${measure}`)}</dt>
            <dd>{t(`measure.${measure}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
