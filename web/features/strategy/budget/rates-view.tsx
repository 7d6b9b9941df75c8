import { ActionIcon } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconCoin, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import strategy from '../strategy.module.css'
import classes from './budget.module.css'
import { CostRateForm, RateForm } from './rate-forms.tsx'
import { everyCostRate } from './records.ts'
import type { CostRate, ExchangeRate } from './records.ts'
import { useEntryRemoval } from './use-entry-removal.ts'

/** Rates of exchange, and what people's hours cost for those who may see it. */
export function RatesView() {
  const rates = useMay('cost-rates.read').because === ''
  return (
    <div className={strategy.stack}>
      <ExchangeRates />
      {rates && <CostRates />}
    </div>
  )
}

function ExchangeRates() {
  const { t } = useTranslation('budget')
  const [entering, setEntering] = useState(false)
  const query = useInfiniteQuery(
    orpc.strategy.budget.rates.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const add = (
    <AllowedButton
      action="budget.change"
      size="xs"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setEntering(true)}
    >
      {t('rate.new')}
    </AllowedButton>
  )
  return (
    <Card title={t('rate.title')} end={add} pad={false}>
      <Loaded query={query} skeleton={4}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty icon={IconCoin} title={t('rate.empty')} text={t('rate.empty.text')} />
          return <RateTable rates={items} />
        }}
      </Loaded>
      <MoreButton query={query} m={16} />
      <p className={`${classes.quiet} ${classes.pad}`}>{t('rate.how')}</p>
      <SideSheet opened={entering} onClose={() => setEntering(false)} title={t('rate.new')}>
        <RateForm onDone={() => setEntering(false)} />
      </SideSheet>
    </Card>
  )
}

function RateTable({ rates }: { readonly rates: readonly ExchangeRate[] }) {
  const { t, i18n } = useTranslation('budget')
  const time = useTime()
  const remove = useEntryRemoval(() => {})
  const says = ({ base, quote, rate }: ExchangeRate) =>
    t('rate.says', { base, quote, rate: i18n.language === 'tr' ? rate.replace('.', ',') : rate })
  return (
    <DataTable
      caption={t('rate.caption')}
      rows={rates}
      rowKey={(rate) => rate.id}
      columns={[
        { key: 'rate', head: t('rate.rate'), cell: says },
        { key: 'day', head: t('field.day'), width: 140, cell: (rate) => time.day(rate.onDay) },
        { key: 'source', head: t('rate.source'), width: 180, cell: (rate) => rate.source || '–' },
        {
          key: 'remove',
          head: '',
          label: t('remove'),
          width: 56,
          cell: (rate) => (
            <RemoveIcon
              label={`${t('remove')}: ${says(rate)}`}
              onClick={() =>
                void remove({
                  said: t('rate.removed'),
                  remove: () => api.strategy.budget.removeRate({ id: rate.id }, { context: { version: rate.version } }),
                  restore: () => {
                    const { base, quote, onDay, source } = rate
                    return api.strategy.budget.setRate({ base, quote, onDay, source, rate: rate.rate })
                  },
                })
              }
            />
          ),
        },
      ]}
    />
  )
}

function CostRates() {
  const { t } = useTranslation('budget')
  const [entering, setEntering] = useState(false)
  const query = useQuery(everyCostRate)
  const add = (
    <AllowedButton
      action="cost-rates.read"
      size="xs"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setEntering(true)}
    >
      {t('cost.new')}
    </AllowedButton>
  )
  return (
    <Card title={t('cost.title')} end={add} pad={false}>
      <Loaded query={query} skeleton={3}>
        {(rates) =>
          rates.length === 0 ? (
            <Empty icon={IconCoin} title={t('cost.empty')} text={t('cost.empty.text')} />
          ) : (
            <CostRateTable rates={rates} />
          )
        }
      </Loaded>
      <SideSheet opened={entering} onClose={() => setEntering(false)} title={t('cost.new')}>
        <CostRateForm onDone={() => setEntering(false)} />
      </SideSheet>
    </Card>
  )
}

function CostRateTable({ rates }: { readonly rates: readonly CostRate[] }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const remove = useEntryRemoval(() => {})
  return (
    <DataTable
      caption={t('cost.caption')}
      rows={rates}
      rowKey={(rate) => rate.id}
      columns={[
        { key: 'who', head: t('cost.person'), cell: (rate) => rate.person.name },
        { key: 'since', head: t('cost.since'), width: 140, cell: (rate) => time.day(rate.since) },
        { key: 'amount', head: t('cost.amount'), number: true, width: 150, cell: (rate) => number.money(rate) },
        {
          key: 'remove',
          head: '',
          label: t('remove'),
          width: 56,
          cell: (rate) => (
            <RemoveIcon
              label={`${t('remove')}: ${rate.person.name}, ${time.day(rate.since)}`}
              onClick={() =>
                void remove({
                  said: t('cost.removed'),
                  remove: () =>
                    api.strategy.budget.removeCostRate({ id: rate.id }, { context: { version: rate.version } }),
                  restore: () => {
                    const { person, since, amount, currency } = rate
                    return api.strategy.budget.setCostRate({ personId: person.id, since, amount, currency })
                  },
                })
              }
            />
          ),
        },
      ]}
    />
  )
}

function RemoveIcon({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      <IconTrash size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  )
}
