import { SegmentedControl } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EFFORT_MEASURES } from '#contract/cascade.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Cascade } from '../plans/records.ts'
import { Sankey } from './sankey.tsx'
import classes from './cascade.module.css'

const WORDS = {
  hoursPlanned: 'cascade.hours-planned',
  hoursActual: 'cascade.hours-actual',
  posts: 'cascade.posts',
  value: 'cascade.value',
} as const

/** Where hours, posts and value go: the first of them that there is any of is shown first. */
export function FlowCard({ cascade }: { readonly cascade: Cascade }) {
  const { t } = useTranslation('plans')
  const number = useNumber()
  const [chosen, choose] = useState<(typeof EFFORT_MEASURES)[number] | null>(null)
  const measure = chosen ?? EFFORT_MEASURES.find((one) => cascade.flows[one].nodes.length > 0) ?? 'hoursPlanned'
  const flow = cascade.flows[measure]
  const format = (amount: string) => {
    if (measure === 'value') return number.money({ amount, currency: cascade.currency })
    const count = number.count(String(Math.round(Number(amount) * 10) / 10))
    return measure === 'posts' ? count : t('cascade.hours', { hours: count })
  }
  return (
    <Card
      title={t('cascade.flow')}
      end={
        <SegmentedControl
          size="xs"
          aria-label={t('cascade.flow.measure')}
          value={measure}
          onChange={(value) => choose(EFFORT_MEASURES.find((one) => one === value) ?? null)}
          data={EFFORT_MEASURES.map((value) => ({ value, label: t(WORDS[value]) }))}
        />
      }
    >
      {flow.nodes.length === 0 ? (
        <Empty icon={IconArrowsSplit2} title={t('cascade.flow.empty')} text={t('cascade.flow.empty.text')} />
      ) : (
        <>
          <Sankey title={`${t('cascade.flow')}: ${t(WORDS[measure])}`} flow={flow} format={format} />
          <p className={classes.quiet}>{t('cascade.flow.help')}</p>
        </>
      )}
    </Card>
  )
}
