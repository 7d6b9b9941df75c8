import { Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './budget.module.css'
import { EditLine } from './line-form.tsx'
import type { BudgetLine } from './records.ts'

/** Budget lines, newest first; one opens at the side to be changed. */
export function LinesView() {
  const { t } = useTranslation('budget')
  const search = useSearch({ from: '/shell/strategy/budget' })
  const [open, setOpen] = useState<BudgetLine | null>(null)
  const category = BUDGET_CATEGORIES.find((one) => one === search.category)
  const query = useInfiniteQuery(
    orpc.strategy.budget.lines.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(category === undefined ? {} : { category }),
        ...(search.plan === undefined ? {} : { planId: search.plan }),
        ...(search.campaign === undefined ? {} : { campaignId: search.campaign }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const filtered = category !== undefined || search.plan !== undefined || search.campaign !== undefined
  return (
    <Card title={t('view.lines')} end={<CategoryFilter />} pad={false}>
      <Loaded query={query} skeleton={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length > 0) return <LineTable lines={items} onOpen={setOpen} />
          return (
            <Empty
              icon={IconReceipt}
              title={t(filtered ? 'none-here' : 'empty')}
              text={t(filtered ? 'none-here.text' : 'empty.text')}
              {...(filtered ? {} : { example: t('empty.example') })}
            />
          )
        }}
      </Loaded>
      <MoreButton query={query} m={16} />
      <SideSheet opened={open !== null} onClose={() => setOpen(null)} title={t('line.edit')}>
        {open !== null && <EditLine line={open} onDone={() => setOpen(null)} />}
      </SideSheet>
    </Card>
  )
}

function LineTable({ lines, onOpen }: { readonly lines: BudgetLine[]; readonly onOpen: (line: BudgetLine) => void }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const money = (amount: string | null, currency: string) =>
    amount === null ? '–' : number.money({ amount, currency })
  return (
    <DataTable
      caption={t('caption.lines')}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'title',
          head: t('field.title'),
          cell: (line) => (
            <span className={classes.lead}>
              <button type="button" className={classes.open} onClick={() => onOpen(line)}>
                {line.title}
              </button>
              <span className={classes.quiet}>{placeOf(line)}</span>
            </span>
          ),
        },
        { key: 'day', head: t('field.day'), width: 120, cell: (line) => time.day(line.onDay) },
        { key: 'category', head: t('field.category'), width: 120, cell: (line) => t(`category.${line.category}`) },
        ...(['planned', 'committed', 'actual'] as const).map((name) => ({
          key: name,
          head: t(`sum.${name}`),
          number: true,
          width: 120,
          cell: (line: BudgetLine) => money(line[name], line.currency),
        })),
      ]}
    />
  )
}

function placeOf({ campaign, plan, unit }: BudgetLine): string {
  return [campaign?.title, plan?.title, unit?.title].filter(Boolean).join(' · ')
}

function CategoryFilter() {
  const { t } = useTranslation('budget')
  const search = useSearch({ from: '/shell/strategy/budget' })
  const navigate = useNavigate()
  return (
    <Select
      size="xs"
      w={150}
      clearable
      aria-label={t('category.filter')}
      placeholder={t('category.filter')}
      clearButtonProps={{ 'aria-label': t('any') }}
      data={BUDGET_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      value={search.category ?? null}
      onChange={(value) =>
        void navigate({
          to: '/strategy/budget',
          search: value === null ? { view: 'lines' } : { ...search, category: value },
          replace: true,
        })
      }
    />
  )
}
