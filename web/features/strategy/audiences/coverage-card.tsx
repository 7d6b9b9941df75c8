import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { COVERAGE_COLUMNS } from '#contract/audiences.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { CoverageGrid, CoverageLegend } from './coverage-grid.tsx'
import { CoverageTable } from './coverage-table.tsx'
import type { Coverage } from './records.ts'
import { readSpan, SPANS } from './span.ts'
import classes from './coverage.module.css'

const SHAPES = ['picture', 'table'] as const

/** What is said to whom, as a picture or as the table behind it. */
export function CoverageCard({ query }: { readonly query: UseQueryResult<Coverage> }) {
  const { t } = useTranslation('audiences')
  const search = useSearch({ from: '/shell/strategy/audiences' })
  const navigate = useNavigate()
  const choose = (change: Partial<typeof search>) =>
    void navigate({ to: '/strategy/audiences', search: { ...search, ...change }, replace: true, resetScroll: false })
  const shape = search.shape === 'table' ? 'table' : 'picture'
  return (
    <Card
      title={t('coverage.title')}
      pad={false}
      end={
        <div className={classes.controls}>
          <SegmentedControl
            size="xs"
            aria-label={t('coverage.by')}
            value={search.by === 'platform' ? 'platform' : 'month'}
            onChange={(by) => choose({ by })}
            data={COVERAGE_COLUMNS.map((value) => ({ value, label: t(`coverage.by.${value}`) }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('coverage.span')}
            value={readSpan(search.span)}
            onChange={(span) => choose({ span })}
            data={(Object.keys(SPANS) as (keyof typeof SPANS)[]).map((value) => ({
              value,
              label: t(`coverage.span.${value}`),
            }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('coverage.shape')}
            value={shape}
            onChange={(value) => choose({ shape: value })}
            data={SHAPES.map((value) => ({ value, label: t(`coverage.shape.${value}`) }))}
          />
        </div>
      }
    >
      <Loaded query={query} skeleton={5}>
        {(coverage) => (
          <>
            {shape === 'table' ? <CoverageTable coverage={coverage} /> : <CoverageGrid coverage={coverage} />}
            {shape === 'picture' && <CoverageLegend by={coverage.by} />}
            <p className={classes.note}>{t('coverage.note', { count: coverage.posts })}</p>
          </>
        )}
      </Loaded>
    </Card>
  )
}
