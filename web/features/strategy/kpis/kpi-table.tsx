import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconTrendingDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { useKpi } from '../measure/use-kpi.ts'
import type { Kpi } from '../records.ts'
import classes from './kpis.module.css'

interface KpiTableProps {
  readonly group: string
  readonly kpis: readonly Kpi[]
}

/** KPIs with their formulas; each opens what there is to know of it. */
export function KpiTable({ group, kpis }: KpiTableProps) {
  const { t } = useTranslation('kpis')
  const words = useKpi()
  return (
    <DataTable
      caption={t('caption', { group })}
      rows={kpis}
      rowKey={(kpi) => kpi.id}
      columns={[
        { key: 'name', head: t('column.name'), width: '30%', cell: (kpi) => <Name kpi={kpi} /> },
        {
          key: 'formula',
          head: t('column.formula'),
          cell: (kpi) => (
            <code translate="no" className={classes.code} title={words(kpi).formula}>
              {kpi.formula}
            </code>
          ),
        },
        { key: 'unit', head: t('column.unit'), width: 150, cell: (kpi) => words(kpi).unit.split(',')[0] },
        { key: 'stage', head: t('column.stage'), width: 130, cell: (kpi) => words(kpi).stage },
        { key: 'goals', head: t('column.goals'), width: 76, number: true, cell: (kpi) => kpi.goals },
      ]}
    />
  )
}

function Name({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation('kpis')
  const { name, meaning } = useKpi()(kpi)
  return (
    <span className={classes.name}>
      <Link to="/strategy/kpis" search={{ kpi: kpi.id }} className="medium link" title={meaning}>
        {name}
      </Link>
      {kpi.edition > 1 && <Badge>{t('edition', { edition: kpi.edition })}</Badge>}
      {kpi.direction === 'down' && (
        <Badge tone="line" icon={IconTrendingDown}>
          {t('down')}
        </Badge>
      )}
      <Withdrawn kpi={kpi} />
    </span>
  )
}

/** Until when its figures can be had, where a platform withdraws them. */
export function Withdrawn({ kpi: { notAfter } }: { readonly kpi: Pick<Kpi, 'notAfter'> }) {
  const { t } = useTranslation('kpis')
  const time = useTime()
  if (notAfter === null) return null
  const past = notAfter < time.today()
  return (
    <Badge tone={past ? 'bad' : 'warn'} icon={IconAlertTriangle}>
      {t(past ? 'withdrawn.past' : 'withdrawn', { day: time.day(notAfter) })}
    </Badge>
  )
}
