import { useInfiniteQuery } from '@tanstack/react-query'
import { IconClock, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './budget.module.css'
import { HoursForm } from './hours-form.tsx'
import type { Hours } from './records.ts'

/** Hours worked: one's own, or everybody's with what they cost for those who may see cost rates. */
export function HoursView() {
  const { t } = useTranslation('budget')
  const [open, setOpen] = useState<Hours | 'new' | null>(null)
  const rates = useMay('cost-rates.read').because === ''
  const query = useInfiniteQuery(
    orpc.strategy.budget.hours.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const add = (
    <AllowedButton
      action="plans.change"
      size="xs"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('hours.log')}
    </AllowedButton>
  )
  return (
    <Card title={t('view.hours')} end={add} pad={false}>
      <Loaded query={query} skeleton={5}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0)
            return <Empty icon={IconClock} title={t('hours.empty')} text={t('hours.empty.text')} />
          return <HoursTable items={items} rates={rates} onOpen={setOpen} />
        }}
      </Loaded>
      <MoreButton query={query} m={16} />
      <p className={`${classes.quiet} ${classes.pad}`}>{t(rates ? 'hours.all' : 'hours.own')}</p>
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'hours.log' : 'hours.edit')}
      >
        {open !== null && <HoursForm entry={open === 'new' ? undefined : open} onDone={() => setOpen(null)} />}
      </SideSheet>
    </Card>
  )
}

interface HoursTableProps {
  readonly items: readonly Hours[]
  readonly rates: boolean
  readonly onOpen: (entry: Hours) => void
}

function HoursTable({ items, rates, onOpen }: HoursTableProps) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const cost: Column<Hours> = {
    key: 'cost',
    head: t('hours.cost'),
    number: true,
    width: 110,
    cell: (entry) => (entry.cost === null ? '–' : number.money(entry.cost)),
  }
  return (
    <DataTable
      caption={t('hours.caption')}
      rows={items}
      rowKey={(entry) => entry.id}
      columns={[
        {
          key: 'day',
          head: t('hours.day'),
          width: 130,
          cell: (entry) => (
            <button type="button" className={classes.open} onClick={() => onOpen(entry)}>
              {time.day(entry.onDay)}
            </button>
          ),
        },
        { key: 'who', head: t('hours.person'), width: 170, cell: (entry) => entry.person.name },
        {
          key: 'on',
          head: t('hours.on'),
          cell: (entry) => (
            <span className={classes.lead}>
              {[entry.campaign?.title, entry.plan?.title, entry.unit?.title].filter(Boolean).join(' · ') || '–'}
              {entry.note !== '' && <span className={classes.quiet}>{entry.note}</span>}
            </span>
          ),
        },
        { key: 'hours', head: t('hours.hours'), number: true, width: 80, cell: (entry) => number.count(entry.hours) },
        ...(rates ? [cost] : []),
      ]}
    />
  )
}
