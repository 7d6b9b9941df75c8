import { Button, SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { Ledger } from './deliveries/ledger.tsx'
import { PERIODS, readFilter } from './deliveries/ledger-period.ts'
import type { LedgerFilter, Period } from './deliveries/ledger-period.ts'
import { StateStrip } from './deliveries/state-strip.tsx'
import { useLedger } from './deliveries/use-ledger.ts'
import { PublishingTabs } from './publishing-tabs.tsx'

/** The ledger: every delivery once, what happened to it, and what a person has to decide. */
export function DeliveriesScreen() {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const search = useSearch({ from: '/shell/calendar/deliveries' })
  const navigate = useNavigate({ from: '/calendar/deliveries' })
  const [period, setPeriod] = useState<Period>('today')
  const filter = readFilter(search.state)
  const { pages, waiting, rows, counts } = useLedger(period, filter)
  const count = (state: LedgerFilter) => (state === 'waiting' ? (waiting.data?.length ?? 0) : (counts?.[state] ?? 0))
  return (
    <Page
      title={t('calendar.title')}
      sub={
        period === 'today'
          ? t('ledger.sub', { day: time.day(time.today(), { weekday: true }) })
          : t('ledger.sub-period')
      }
      actions={
        <SegmentedControl
          aria-label={t('ledger.period')}
          value={period}
          onChange={(value) => setPeriod(PERIODS.find((known) => known === value) ?? 'today')}
          data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
      }
    >
      <PublishingTabs />
      <Card pad={false}>
        <StateStrip
          count={count}
          filter={filter}
          onFilter={(state) => void navigate({ search: state === null ? {} : { state }, replace: true })}
        />
        <Loaded query={waiting} skeleton={8}>
          {() => (
            <Loaded query={pages} skeleton={8}>
              {() =>
                rows.length === 0 ? (
                  <NoDeliveries filtered={filter !== null} period={period} onPeriod={setPeriod} />
                ) : (
                  <Ledger posts={rows} />
                )
              }
            </Loaded>
          )}
        </Loaded>
        {filter !== 'waiting' && pages.hasNextPage && (
          <div style={{ padding: 12, textAlign: 'center', borderTop: '1px solid var(--border)' }}>
            <Button
              size="xs"
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('ledger.more')}
            </Button>
          </div>
        )}
      </Card>
    </Page>
  )
}

function NoDeliveries({
  filtered,
  period,
  onPeriod,
}: {
  filtered: boolean
  period: Period
  onPeriod: (period: Period) => void
}) {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  const wider = period === '30-days' ? null : (PERIODS[PERIODS.indexOf(period) + 1] ?? null)
  return (
    <Empty
      icon={IconListCheck}
      title={filtered ? t('ledger.empty.filtered') : t(`ledger.empty.${period}`)}
      text={t('ledger.empty.text')}
      example={t('ledger.empty.example')}
      action={
        wider === null ? (
          <Button variant="light" onClick={() => void navigate({ to: '/posts/new' })}>
            {t('calendar.first')}
          </Button>
        ) : (
          <Button variant="light" onClick={() => onPeriod(wider)}>
            {t('ledger.empty.wider', { period: t(`period.${wider}`) })}
          </Button>
        )
      }
    />
  )
}
