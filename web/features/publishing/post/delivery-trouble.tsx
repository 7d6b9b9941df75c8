import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import type { Delivery } from '../records.ts'
import { useReasonText } from '../use-reason-text.ts'
import classes from './delivery-trouble.module.css'

/** Why a delivery did not happen, what one can do, and the platform's own words. Nothing where there is no trouble. */
export function DeliveryTrouble({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const reason = useReasonText()
  if (delivery.reason === null || !['failed', 'held', 'retry-at', 'published'].includes(delivery.state)) return null
  const { what, todo } = reason(delivery.reason)
  return (
    <div className={delivery.state === 'retry-at' ? `${classes.trouble} ${classes.mild}` : classes.trouble} role="note">
      <IconAlertCircle className={classes.mark} size={18} stroke={1.5} aria-hidden />
      <div>
        <p className="medium">{what}</p>
        <p className="text-2">{todo}</p>
        {delivery.state === 'retry-at' && delivery.nextAt !== null && (
          <p className="text-2">{t('ledger.again', { when: time.relative(delivery.nextAt) })}</p>
        )}
        {delivery.words !== null && <p className={classes.words}>{t('reason.words', { words: delivery.words })}</p>}
      </div>
    </div>
  )
}
