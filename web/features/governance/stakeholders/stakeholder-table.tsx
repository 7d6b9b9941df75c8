import { IconAlertTriangle, IconCircle, IconFlag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import type { Stakeholder } from './stakeholder-values.ts'
import classes from './stakeholders.module.css'

const LOOK = {
  low: ['mute', IconCircle],
  medium: ['warn', IconFlag],
  high: ['bad', IconAlertTriangle],
} as const

interface StakeholderTableProps {
  readonly items: readonly Stakeholder[]
  readonly onOpen: (stakeholder: Stakeholder) => void
}

/** The register as a table: the same people as in the picture, with everything in words. */
export function StakeholderTable({ items, onOpen }: StakeholderTableProps) {
  const { t } = useTranslation('approvals')
  const columns: readonly Column<Stakeholder>[] = [
    {
      key: 'name',
      head: t('stakeholder.name'),
      cell: (row) => (
        <>
          <button
            type="button"
            className={`${classes.open} ellipsis`}
            aria-label={t('stakeholders.edit', { name: row.name })}
            onClick={() => onOpen(row)}
          >
            {row.name}
          </button>
          {row.role !== '' && <p className="small text-2 ellipsis">{row.role}</p>}
        </>
      ),
    },
    { key: 'adoption', head: t('stakeholder.adoption'), width: 120, cell: (row) => t(`adoption.${row.adoption}`) },
    {
      key: 'risk',
      head: t('stakeholder.risk'),
      width: 110,
      cell: ({ risk }) => (
        <Badge tone={LOOK[risk][0]} icon={LOOK[risk][1]}>
          {t(`risk.${risk}`)}
        </Badge>
      ),
    },
    {
      key: 'interest',
      head: t('stakeholder.interest'),
      width: 80,
      number: true,
      cell: (row) => t('stakeholder.scale', { value: row.interest }),
    },
    {
      key: 'influence',
      head: t('stakeholder.influence'),
      width: 80,
      number: true,
      cell: (row) => t('stakeholder.scale', { value: row.influence }),
    },
  ]
  return <DataTable caption={t('stakeholders.table')} columns={columns} rows={items} rowKey={(row) => row.id} />
}
