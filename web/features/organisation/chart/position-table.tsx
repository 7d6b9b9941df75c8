import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { IconAlertTriangle } from '@tabler/icons-react'
import { holderOf, positionsById } from './labels.ts'
import type { Chart, ChartPosition, LineKind } from './records.ts'
import { treeOf } from './tree.ts'
import classes from './chart.module.css'

interface PositionTableProps {
  readonly chart: Chart
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const FIRST = 100

/** The chart in words, from the top down: for screen readers, for phones, and for looking things up. */
export function PositionTable({ chart, chosen, onChoose }: PositionTableProps) {
  const { t } = useTranslation('chart')
  const ui = useTranslation('ui')
  const [most, setMost] = useState(FIRST)
  const columns = useColumns(chart, chosen, onChoose)
  const rows = useMemo(() => inOrder(chart), [chart])
  return (
    <>
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={rows.slice(0, most)}
        rowKey={({ position }) => position.id}
        dense
      />
      {rows.length > most && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setMost(most + FIRST)}>
            {ui.t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

interface Row {
  readonly position: ChartPosition
  readonly depth: number
}

function inOrder(chart: Chart): Row[] {
  const tree = treeOf(chart, 'both')
  const rows: Row[] = []
  const walk = (id: string, depth: number): void => {
    const position = tree.byId.get(id)
    if (position !== undefined) rows.push({ position, depth })
    for (const child of tree.children.get(id) ?? []) walk(child, depth + 1)
  }
  for (const root of tree.roots) walk(root, 0)
  return rows
}

function useColumns(
  chart: Chart,
  chosen: string | null,
  onChoose: (id: string | null) => void,
): readonly Column<Row>[] {
  const { t } = useTranslation('chart')
  const positions = positionsById(chart)
  const units = new Map(chart.units.map((unit) => [unit.id, unit.name]))
  const superior = new Map(chart.lines.map((line) => [`${line.kind} ${line.positionId}`, line.superiorId]))
  const above = (kind: LineKind, id: string) => {
    const position = positions.get(superior.get(`${kind} ${id}`) ?? '')
    return position === undefined ? <span className="text-3">{t('reports.nobody')}</span> : holderOf(position)
  }
  return [
    {
      key: 'position',
      head: t('table.position'),
      cell: ({ position, depth }) => (
        <span style={{ paddingInlineStart: Math.min(depth, 8) * 14 }}>
          <button
            type="button"
            className={classes.link}
            aria-pressed={position.id === chosen}
            onClick={() => onChoose(position.id)}
          >
            {position.title}
          </button>
        </span>
      ),
    },
    {
      key: 'person',
      head: t('table.person'),
      cell: ({ position }) =>
        position.person?.name ?? (
          <Badge tone="warn" icon={IconAlertTriangle}>
            {t('vacant')}
          </Badge>
        ),
    },
    { key: 'unit', head: t('table.unit'), cell: ({ position }) => units.get(position.unitId) ?? '' },
    {
      key: 'functional',
      head: t('reports.functional'),
      cell: ({ position }) => above('functional', position.id),
    },
    {
      key: 'administrative',
      head: t('reports.administrative'),
      cell: ({ position }) => above('administrative', position.id),
    },
  ]
}
