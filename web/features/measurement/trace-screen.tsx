import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TRACE_TYPES } from '#contract/measurement-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import type { RecordStation, Trace } from '#web/ui/trace-shape.ts'
import { Freshness } from './figures/freshness.tsx'
import { ResultCard } from './trace/result-card.tsx'
import { TraceColumns } from './trace/trace-columns.tsx'
import classes from './trace/trace.module.css'

function readType(text: string): RecordStation | null {
  return TRACE_TYPES.find((type): type is RecordStation => type === text && type !== 'result') ?? null
}

/** The whole way of one record: every objective and goal it serves, everything made for it, and what came back. */
export function TraceScreen() {
  const { t } = useTranslation('measurement')
  const { type, id } = useParams({ from: '/shell/trace/$type/$id' })
  const known = readType(type)
  if (known === null)
    return (
      <Page title={t('trace.title')}>
        <ProblemNotice problem={{ code: 'request.not-found', status: 404, title: '', params: {}, fields: [] }} />
      </Page>
    )
  return <Known type={known} id={id} />
}

function titleOf(trace: Trace | undefined): string | null {
  return trace?.stations.find(({ type }) => type === trace.subject.type)?.items[0]?.title ?? null
}

function Known({ type, id }: { type: RecordStation; id: string }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const query = useQuery(orpc.measurement.trace.queryOptions({ input: { type, id } }))
  const title = titleOf(query.data)
  const sub = query.data === undefined ? undefined : t('trace.sub', { at: time.instant(new Date(query.dataUpdatedAt)) })
  return (
    <Page title={title === null ? t('trace.title') : t(`trace.title.${type}`, { title })} sub={sub}>
      <Loaded
        query={query}
        skeleton={
          <Card>
            <div className={classes.waiting} role="status" aria-label={t('trace.loading')} />
          </Card>
        }
      >
        {(trace) => (
          <Freshness at={query.dataUpdatedAt}>
            <div className={classes.stack}>
              <TraceColumns trace={trace} />
              <ResultCard trace={trace} />
            </div>
          </Freshness>
        )}
      </Loaded>
    </Page>
  )
}
