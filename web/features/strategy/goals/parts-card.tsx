import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { useKpis } from '../measure/use-kpis.ts'
import type { Goal, GoalParts } from '../records.ts'
import classes from './parts-card.module.css'

type Part = GoalParts['campaigns'][number]

/** What a goal's figure is made of, by campaign and by channel. */
export function PartsCard({ goal }: { readonly goal: Goal }) {
  const { t } = useTranslation('strategy')
  const query = useQuery(orpc.measurement.goalParts.queryOptions({ input: { id: goal.id } }))
  return (
    <Card title={t('parts.title')}>
      <Loaded query={query}>
        {({ addsUp, campaigns, channels }) =>
          campaigns.length === 0 ? (
            <p className="text-2">{t('parts.nothing')}</p>
          ) : (
            <>
              {!addsUp && <p className={classes.note}>{t('parts.rates')}</p>}
              <div className={classes.columns}>
                <Parts kpi={goal.kpi} name={t('parts.campaigns')} parts={campaigns} type="campaign" />
                <Parts kpi={goal.kpi} name={t('parts.channels')} parts={channels} />
              </div>
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function Parts({ kpi, name, parts, type }: { kpi: string; name: string; parts: readonly Part[]; type?: 'campaign' }) {
  const { t } = useTranslation('strategy')
  const number = useNumber()
  const me = useMe()
  const unit = useKpis().all.find((one) => one.id === kpi)?.unit ?? 'count'
  const most = Math.max(0, ...parts.map((part) => Number(part.value ?? 0)))
  return (
    <section aria-label={name}>
      <h3 className={classes.name}>{name}</h3>
      <ul className={classes.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <span className={classes.title}>
              {type === undefined ? (
                part.title
              ) : (
                <RecordLink type={type} id={part.id} className="link">
                  {part.title}
                </RecordLink>
              )}
            </span>
            <span className={classes.value}>
              {part.value === null
                ? t(`progress.why.${part.why ?? 'zero-divisor'}`)
                : number.measure(part.value, unit, me.organisation.currency)}
              {part.share !== null && <small> {number.share(part.share)}</small>}
            </span>
            <span className={classes.bar} aria-hidden>
              <i style={{ width: `${most > 0 ? (Math.max(0, Number(part.value ?? 0)) / most) * 100 : 0}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
