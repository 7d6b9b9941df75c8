import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import classes from './home.module.css'

/** The home's cards in grey while their figures are counted. */
export function HomeSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.stack} role="status" aria-label={t('loading')}>
      <Card>
        <Skeleton height={64} />
      </Card>
      <div className={classes.wideAndSide}>
        <Card>
          <Skeleton height={232} />
        </Card>
        <Card>
          <Skeleton height={232} />
        </Card>
      </div>
    </div>
  )
}
