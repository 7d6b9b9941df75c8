import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Freshness } from '../figures/freshness.tsx'
import type { Officer } from '../records.ts'
import { AttentionCard } from './attention-card.tsx'
import { DayGapsCard } from './day-gaps-card.tsx'
import { HomePage } from './home-page.tsx'
import classes from './home.module.css'
import { HomeSkeleton } from './home-skeleton.tsx'
import { MyTasksCard } from './my-tasks-card.tsx'
import { RecentCard } from './recent-card.tsx'
import { TodayCard } from './today-card.tsx'
import { TourAgain } from '../tour/tour-again.tsx'

/** The officer's page: what goes out today, what needs somebody, where the week has gaps, what came of the last posts. */
export function OfficerHome({ actions }: { readonly actions: ReactNode }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const query = useQuery(orpc.measurement.officerHome.queryOptions({ input: undefined, refetchInterval: 60_000 }))
  return (
    <HomePage sub={t('officer.sub', { day: time.day(time.today(), { weekday: true }) })} actions={actions}>
      <Loaded query={query} skeleton={<HomeSkeleton />}>
        {(home) => (
          <Freshness at={query.dataUpdatedAt}>
            <div className={classes.stack}>
              <Cards home={home} />
              <TourAgain />
            </div>
          </Freshness>
        )}
      </Loaded>
    </HomePage>
  )
}

function Cards({ home }: { home: Officer }) {
  return (
    <div className={classes.halves}>
      <div className={classes.column}>
        <TodayCard posts={home.today} />
        <MyTasksCard />
        <RecentCard posts={home.recent} />
      </div>
      <div className={classes.column}>
        <AttentionCard posts={home.attention} />
        <DayGapsCard gaps={home.gaps} />
      </div>
    </div>
  )
}
