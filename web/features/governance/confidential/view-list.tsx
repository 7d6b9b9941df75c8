import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import governance from '../governance.module.css'
import classes from './confidential.module.css'

/** Who looked at what, when and why. */
export function ViewList() {
  const { t } = useTranslation('confidential')
  const time = useTime()
  const views = useQuery(orpc.governance.watch.views.queryOptions({ input: { limit: 20 } }))
  return (
    <Card title={t('views')} pad={false}>
      <Loaded query={views}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={`small text-2 ${classes.none}`}>{t('views.none')}</p>
          ) : (
            <ul className={governance.rows}>
              {items.map((view) => (
                <li key={view.id} className={governance.words}>
                  <span className="small">
                    {t('views.row', {
                      person: view.by?.name ?? t('somebody'),
                      title: view.title,
                      reason: view.reason,
                    })}
                  </span>
                  <span className={governance.quiet}>{time.instant(view.at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
