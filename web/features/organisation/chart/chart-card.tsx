import { SegmentedControl, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle, IconSitemap } from '@tabler/icons-react'
import { Skeleton } from '@mantine/core'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { positionLabel } from './labels.ts'
import { PastControl } from './past-control.tsx'
import { PositionTable } from './position-table.tsx'
import { SHOWN } from './records.ts'
import type { Chart, Shown } from './records.ts'
import classes from './chart.module.css'

const OrgChart = lazy(async () => ({ default: (await import('./org-chart.tsx')).OrgChart }))

interface ChartCardProps {
  readonly chart: Chart
  readonly on: string | undefined
  readonly onSee: (day: string | null) => void
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const VIEWS = ['chart', 'table'] as const

/** Both lines or either, drawn or as a table, now or on a day. On a phone the table comes first. */
export function ChartCard({ chart, on, onSee, chosen, onChoose }: ChartCardProps) {
  const { t } = useTranslation('chart')
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const [shown, setShown] = useState<Shown>('both')
  const [view, setView] = useState<(typeof VIEWS)[number] | null>(null)
  const mayChange = useMay('structure.change').allowed && on === undefined
  const drawn = view ?? (phone ? 'table' : 'chart')
  const options = useMemo(
    () => chart.positions.map((position) => ({ value: position.id, label: positionLabel(position) })),
    [chart.positions],
  )
  return (
    <Card pad={false} className={classes.card}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('lines')}
          value={shown}
          onChange={(value) => setShown(SHOWN.find((known) => known === value) ?? 'both')}
          data={SHOWN.map((value) => ({ value, label: t(`lines.${value}`) }))}
        />
        <Select
          className={classes.find ?? ''}
          aria-label={t('find')}
          placeholder={t('find')}
          data={options}
          value={chosen}
          onChange={onChoose}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('find.clear') }}
          limit={40}
          nothingFoundMessage={t('find.none')}
        />
        <SegmentedControl
          aria-label={t('view')}
          value={drawn}
          onChange={(value) => setView(VIEWS.find((known) => known === value) ?? null)}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      {chart.positions.length === 0 ? (
        <Empty icon={IconSitemap} title={t('none')} text={t('none.text')} />
      ) : drawn === 'chart' ? (
        <>
          <Legend shown={shown} />
          <Suspense fallback={<Skeleton className={classes.canvas ?? ''} radius={0} />}>
            <OrgChart chart={chart} shown={shown} chosen={chosen} onChoose={onChoose} mayChange={mayChange} />
          </Suspense>
        </>
      ) : (
        <PositionTable chart={chart} chosen={chosen} onChoose={onChoose} />
      )}
      <PastControl begins={chart.begins} on={on} onSee={onSee} />
    </Card>
  )
}

function Legend({ shown }: { shown: Shown }) {
  const { t } = useTranslation('chart')
  return (
    <ul className={classes.legend} aria-label={t('legend')}>
      {shown !== 'administrative' && (
        <li>
          <i className={classes.solid} aria-hidden />
          {t('legend.functional')}
        </li>
      )}
      {shown !== 'functional' && (
        <li>
          <i className={classes.dashed} aria-hidden />
          {t('legend.administrative')}
        </li>
      )}
      <li className={classes.warn}>
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
        {t('legend.gap')}
      </li>
    </ul>
  )
}
