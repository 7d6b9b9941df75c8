import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from '../governance.module.css'
import rules from './rules.module.css'

/** What somebody let pass, and why: everybody may see it. */
export function WaiverList() {
  const { t } = useTranslation('rules')
  const time = useTime()
  const waivers = useQuery(orpc.governance.rules.waivers.queryOptions({ input: { limit: 20 } }))
  return (
    <Card title={t('waivers')} pad={false}>
      <p className={`small text-2 ${rules.lead}`}>{t('waivers.text')}</p>
      <Loaded query={waivers}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={`small text-3 ${rules.lead}`}>{t('waivers.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((waiver) => (
                <li key={waiver.id} className={classes.words}>
                  <span className="medium">
                    {waiver.words === null ? waiver.rule : t('what', { words: waiver.words, rule: waiver.rule })}
                  </span>
                  <span className="small">
                    {t('waivers.row', { person: waiver.by?.name ?? t('somebody'), reason: waiver.reason })}
                  </span>
                  <span className={classes.quiet}>{time.instant(waiver.at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
