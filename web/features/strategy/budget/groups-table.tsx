import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './budget.module.css'
import { monthName } from './months-chart.tsx'
import type { Budget } from './records.ts'

type Group = Budget['groups'][number]

interface GroupsTableProps {
  readonly budget: Budget
  readonly by: string
}

/** Planned, committed, actual and left of each part, with a bar for how much of the plan is booked. */
export function GroupsTable({ budget, by }: GroupsTableProps) {
  const { t } = useTranslation('budget')
  const number = useNumber()
  const money = (amount: string) => number.money({ amount, currency: budget.currency })
  const sums = (['planned', 'committed', 'actual', 'left'] as const).map((name): Column<Group> => ({
    key: name,
    head: t(`sum.${name}`),
    number: true,
    width: 116,
    cell: (group) => (
      <span className={name === 'left' && group.sums.left.startsWith('-') ? classes.below : undefined}>
        {money(group.sums[name])}
      </span>
    ),
  }))
  const ofPlan: Column<Group> = {
    key: 'budget',
    head: t('groups.budget'),
    width: 150,
    cell: ({ budget: of }) =>
      of === null
        ? '–'
        : t(`groups.${of.state}`, { amount: number.money({ amount: of.amount, currency: of.currency }) }),
  }
  return (
    <DataTable
      caption={t('groups.title')}
      rows={budget.groups}
      rowKey={(group) => group.id ?? 'none'}
      columns={[
        { key: 'name', head: t(`by.${nameOf(by)}`), cell: (group) => <Name group={group} by={by} /> },
        ...(by === 'plan' ? [ofPlan] : []),
        ...sums,
        { key: 'share', head: t('groups.used'), width: 110, cell: (group) => <Used group={group} /> },
      ]}
    />
  )
}

function nameOf(by: string) {
  return (['unit', 'campaign', 'plan', 'month'] as const).find((one) => one === by) ?? 'category'
}

function Name({ group: { id, title }, by }: { readonly group: Group; readonly by: string }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  if (id === null) return <span className="text-3">{t('groups.none')}</span>
  if (by === 'month') return monthName(time.reader.locale, id)
  if (by === 'campaign')
    return (
      <RecordLink type="campaign" id={id} className="link">
        {title}
      </RecordLink>
    )
  if (by === 'plan')
    return (
      <Link to="/strategy/plans/$id" params={{ id }} className="link">
        {title}
      </Link>
    )
  const category = BUDGET_CATEGORIES.find((one) => one === id)
  return category === undefined ? title : t(`category.${category}`)
}

/** Only for the length of the bar and a rounded share. */
function Used({ group: { sums } }: { readonly group: Group }) {
  const number = useNumber()
  const planned = Number(sums.planned)
  if (planned <= 0) return '–'
  const share = Number(sums.actual) / planned
  return (
    <span className={classes.lead}>
      {number.share(share)}
      <span className={classes.track} aria-hidden>
        <span
          className={share > 1 ? classes.over : undefined}
          style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
        />
      </span>
    </span>
  )
}
