import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { IconFlask, IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { StopDialog } from '#web/ui/stop-dialog.tsx'
import classes from './governance.module.css'
import { GovernanceTabs } from './governance-tabs.tsx'
import { HistoryCard } from './stop/history-card.tsx'
import { ItemsCard } from './stop/items-card.tsx'
import { ReviewCard } from './stop/review-card.tsx'
import { RunningCard } from './stop/running-card.tsx'

/** The emergency stop: what runs, what waits for a decision after it, drills and history. */
export function StopScreen() {
  const { t } = useTranslation('stop')
  const { stop: shown } = useSearch({ from: '/shell/govern/stop' })
  const [opened, setOpened] = useState<'stop' | 'drill' | null>(null)
  const query = useInfiniteQuery(
    orpc.governance.stops.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      refetchInterval: 5000,
    }),
  )
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <>
          <AllowedButton
            action="emergency.stop"
            variant="default"
            icon={<IconFlask size={16} stroke={1.5} aria-hidden />}
            onClick={() => setOpened('drill')}
          >
            {t('drill')}
          </AllowedButton>
          <AllowedButton
            action="emergency.stop"
            color="bad"
            icon={<IconHandStop size={16} stroke={1.5} aria-hidden />}
            onClick={() => setOpened('stop')}
          >
            {t('dialog.title')}
          </AllowedButton>
        </>
      }
    >
      <GovernanceTabs />
      <Loaded query={query} skeleton={6}>
        {({ pages }) => {
          const stops = pages.flatMap((page) => page.items)
          return (
            <div className={classes.stack}>
              <RunningCard stops={stops.filter((stop) => stop.lifted === null && !stop.drill)} />
              {stops
                .filter((stop) => stop.lifted !== null && stop.waiting > 0)
                .map((stop) => (
                  <ReviewCard key={stop.id} stop={stop} />
                ))}
              {stops
                .filter((stop) => stop.id === shown)
                .map((stop) => (
                  <ItemsCard key={stop.id} stop={stop} />
                ))}
              <HistoryCard stops={stops} more={query.hasNextPage ? () => void query.fetchNextPage() : null} />
            </div>
          )
        }}
      </Loaded>
      {opened !== null && <StopDialog opened onClose={() => setOpened(null)} drill={opened === 'drill'} />}
    </Page>
  )
}
