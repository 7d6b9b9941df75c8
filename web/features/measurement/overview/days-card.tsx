import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Bars } from '#web/ui/bars.tsx'
import { Card } from '#web/ui/card.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Overview } from '../records.ts'
import { groupDays } from './group-days.ts'
import classes from './overview.module.css'

const SHOWN = ['clicks', 'conversions', 'posts'] as const
type Shown = (typeof SHOWN)[number]

/** Clicks, conversions or posts by day; by week where the days would be too many to tell apart. */
export function DaysCard({ days }: { readonly days: Overview['days'] }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const number = useNumber()
  const [shown, show] = useState<Shown>('clicks')
  const { step, groups } = groupDays(days)
  const most = groups.reduce<(typeof groups)[number] | undefined>(
    (best, group) => (best === undefined || group[shown] > best[shown] ? group : best),
    undefined,
  )
  const label = (on: string) => time.day(on, { short: true })
  return (
    <Card
      title={t(step === 1 ? 'days.title' : 'days.title.weeks', { measure: t(`measure.${shown}`) })}
      end={
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t('days.show')}
          value={shown}
          onChange={(value) => show(SHOWN.find((measure) => measure === value) ?? 'clicks')}
          data={SHOWN.map((measure) => ({ value: measure, label: t(`measure.${measure}`) }))}
        />
      }
    >
      <Bars
        title={t(step === 1 ? 'days.title' : 'days.title.weeks', { measure: t(`measure.${shown}`) })}
        heads={[t('day'), t(`measure.${shown}`)]}
        bars={groups.map((group, place) => ({
          label: label(group.on),
          value: group[shown],
          strong: place === groups.length - 1,
        }))}
        format={number.count}
        height={260}
      />
      {most !== undefined && most[shown] > 0 && (
        <p className={classes.most}>
          {t(step === 1 ? 'days.most' : 'days.most.weeks', {
            measure: number.count(most[shown]),
            day: time.day(most.on),
          })}
        </p>
      )}
    </Card>
  )
}
