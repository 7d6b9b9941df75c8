import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { Stop, StopItem } from './records.ts'
import classes from './stop.module.css'

/** Everything one stop held, with what became of it, and what was on its way when it came. */
export function ItemsCard({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation('stop')
  const items = useQuery({
    queryKey: [...orpc.governance.stops.items.key(), stop.id, 'all'],
    queryFn: () => everyPage((page) => api.governance.stops.items({ stopId: stop.id, ...page })),
  })
  return (
    <Card title={`${t('items')}: ${stop.scope.name}`} pad={false}>
      <Loaded query={items}>
        {(all) => {
          const onTheirWay = all.filter((item) => item.kind === 'on-its-way')
          return (
            <>
              <Rows items={all.filter((item) => item.kind === 'held')} />
              {onTheirWay.length > 0 && (
                <>
                  <div className={classes.part}>
                    <h3>{t('way')}</h3>
                    <p className={classes.quiet}>{t('way.text')}</p>
                  </div>
                  <Rows items={onTheirWay} />
                </>
              )}
              {all.length === 0 && <p className={classes.none}>{t('counts', { held: 0 })}</p>}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Rows({ items }: { items: readonly StopItem[] }) {
  const { t } = useTranslation('stop')
  const time = useTime()
  return (
    <ul className={classes.rows}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          <div className={classes.words}>
            <RecordLink type="post" id={item.postId} className={classes.title}>
              {item.title}
            </RecordLink>
            <p className={classes.quiet}>
              {[
                item.channel.name,
                time.instant(item.dueAt),
                ...(item.decided === null ? [] : [t(`decided.${item.decided.decision}`, { person: item.decided.by })]),
              ].join(' · ')}
            </p>
          </div>
          <DeliveryBadge state={item.state} />
        </li>
      ))}
    </ul>
  )
}
