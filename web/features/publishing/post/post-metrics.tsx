import { useQuery } from '@tanstack/react-query'
import { IconChartLine } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Sparkline } from '#web/ui/sparkline.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Post } from '../records.ts'
import { useReasonText } from '../use-reason-text.ts'
import classes from './post-metrics.module.css'

type Points = readonly { readonly at: string; readonly value: number }[]

/** What the platform counted and what our links brought, each with its course over time. */
export function PostMetrics({ post }: { readonly post: Post }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const metrics = useQuery(orpc.measurement.postMetrics.queryOptions({ input: { id: post.id } }))
  const collectedAt = metrics.data?.collectedAt ?? null
  return (
    <Card
      title={t('metrics.title')}
      end={collectedAt === null ? undefined : t('metrics.collected', { when: time.relative(collectedAt) })}
      pad={false}
    >
      <Loaded query={metrics} skeleton={4}>
        {(data) => {
          const counted = data.series.filter((one) => one.points.length > 0)
          return (
            <>
              {data.problem !== null && <Trouble code={data.problem} />}
              {counted.length === 0 && data.result.clicks === 0 ? (
                <Empty
                  icon={IconChartLine}
                  title={t('metrics.empty.title')}
                  text={
                    data.nextAt === null
                      ? t('metrics.empty.text')
                      : t('metrics.empty.next', { when: time.relative(data.nextAt) })
                  }
                />
              ) : (
                <ul className={classes.list}>
                  {counted.map((one) => (
                    <Metric
                      key={one.metric}
                      name={t(`metric.${one.metric}`)}
                      definition={t(`metric.${one.metric}.what`)}
                      source={post.channel.name}
                      points={one.points}
                      collectedAt={collectedAt}
                    />
                  ))}
                  <Metric
                    name={t('metric.clicks')}
                    definition={t('metric.clicks.what')}
                    source={t('metric.source.links')}
                    points={data.clicks}
                    collectedAt={null}
                    total={data.result.clicks}
                  />
                </ul>
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Trouble({ code }: { code: string }) {
  const reason = useReasonText()
  const { what, todo } = reason(code)
  return <p className={classes.trouble}>{`${what} ${todo}`}</p>
}

interface MetricProps {
  readonly name: string
  readonly definition: string
  readonly source: string
  readonly points: Points
  readonly collectedAt: string | null
  /** Where the points are counts a day, their sum; else the last point is the value. */
  readonly total?: number
}

function Metric({ name, definition, source, points, collectedAt, total }: MetricProps) {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  const time = useTime()
  const values = points.map((point) => point.value)
  const now = total ?? values.at(-1) ?? 0
  return (
    <li className={classes.metric}>
      <span>{name}</span>
      <Sparkline
        values={values}
        width={120}
        height={24}
        label={t('metrics.course', { name, from: number.count(values[0] ?? 0), to: number.count(values.at(-1) ?? 0) })}
      />
      <ExplainedNumber
        className={classes.value}
        value={number.count(now)}
        label={name}
        definition={definition}
        source={source}
        fresh={collectedAt === null ? undefined : time.instant(collectedAt)}
      />
    </li>
  )
}
