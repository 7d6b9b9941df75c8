import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { CostAndReturn } from '#web/ui/cost-and-return.tsx'
import { Lines } from '#web/ui/lines.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { Period } from '../period.ts'
import type { Executive, Result } from '../records.ts'
import { accumulate } from './accumulate.ts'
import classes from './return-card.module.css'

interface ReturnCardProps {
  readonly total: Result
  readonly of: Executive['return']
  readonly series: Executive['series']
  readonly period: Period
}

/** What came back in the period, and how it added up day by day. */
export function ReturnCard({ total, of, series, period }: ReturnCardProps) {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('return.title')} end={t(`return.${period}`)}>
      <dl className={classes.figures}>
        <div>
          <dt>{t('measure.value')}</dt>
          <dd>
            <MoneyFigure value={total.value} compact to={{ to: '/measure', search: { period, tab: 'conversions' } }} />
          </dd>
        </div>
        <div>
          <dt>{t('measure.clicks')}</dt>
          <dd>
            <Figure measure="clicks" value={total.clicks} to={{ to: '/measure', search: { period, tab: 'links' } }} />
          </dd>
        </div>
        <div>
          <dt>{t('measure.conversions')}</dt>
          <dd>
            <Figure
              measure="conversions"
              value={total.conversions}
              to={{ to: '/measure', search: { period, tab: 'conversions' } }}
            />
          </dd>
        </div>
      </dl>
      {of !== null && <CostAndReturn of={of} />}
      <Chart total={total} series={series} period={period} />
    </Card>
  )
}

function Chart({ total, series, period }: Omit<ReturnCardProps, 'of'>) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const number = useNumber()
  const { currency: own } = useMe().organisation
  const currency = total.value[0]?.currency ?? own
  const [chosen, choose] = useState<'value' | 'clicks'>(total.value.length > 0 ? 'value' : 'clicks')
  if (total.clicks === 0 && total.conversions === 0) return <p className={classes.nothing}>{t('return.nothing')}</p>
  const points = accumulate(series, currency)
  const name = chosen === 'value' ? t('measure.value') : t('measure.clicks')
  return (
    <>
      {total.value.length > 0 && (
        <SegmentedControl
          className={classes.choice}
          size="xs"
          withItemsBorders={false}
          aria-label={t('return.show')}
          value={chosen}
          onChange={(value) => choose(value === 'clicks' ? 'clicks' : 'value')}
          data={[
            { value: 'value', label: t('measure.value') },
            { value: 'clicks', label: t('measure.clicks') },
          ]}
        />
      )}
      <Lines
        title={t('return.chart', { name })}
        across={t(period === 'month' ? 'day' : 'week-from')}
        labels={points.map((point) => time.day(point.on, { short: true }))}
        lines={[{ name, values: points.map((point) => point[chosen]) }]}
        // There is no half click, so the axis says nothing between 0 and 1.
        format={(value) =>
          chosen === 'value'
            ? number.moneyCompact({ amount: value.toFixed(2), currency })
            : Number.isInteger(value)
              ? number.compact(value)
              : ''
        }
        area
        height={160}
      />
    </>
  )
}
