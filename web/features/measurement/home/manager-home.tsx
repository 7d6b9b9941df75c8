import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Freshness } from '../figures/freshness.tsx'
import type { Manager } from '../records.ts'
import { CampaignPlanCard } from './campaign-plan-card.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { EmptyHome } from './empty-home.tsx'
import { GoalsCard } from './goals-card.tsx'
import { HomePage } from './home-page.tsx'
import classes from './home.module.css'
import { HomeSkeleton } from './home-skeleton.tsx'
import { OrphansCard } from './orphans-card.tsx'
import { PlansCard } from './plans-card.tsx'
import { TourAgain } from '../tour/tour-again.tsx'

function isEmpty({ goals, campaigns, coverage, orphans }: Manager): boolean {
  return (
    goals.length === 0 &&
    campaigns.length === 0 &&
    coverage.length === 0 &&
    Object.values(orphans).every((count) => count === 0)
  )
}

/** Middle management's page: plan against actual in the running quarter, and what the next two weeks still lack. */
export function ManagerHome({ actions }: { readonly actions: ReactNode }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const query = useQuery(orpc.measurement.managerHome.queryOptions())
  const { data } = query
  const sub =
    data === undefined
      ? undefined
      : t('home.sub', {
          days: time.days(time.dayOf(data.from), time.dayOf(new Date(Date.parse(data.to) - 1))),
          at: time.instant(new Date(query.dataUpdatedAt)),
        })
  return (
    <HomePage sub={sub} actions={actions}>
      <Loaded query={query} skeleton={<HomeSkeleton />}>
        {(home) =>
          isEmpty(home) ? (
            <EmptyHome />
          ) : (
            <Freshness at={query.dataUpdatedAt}>
              <div className={classes.stack}>
                <div className={classes.wideAndSide}>
                  <GoalsCard goals={home.goals} />
                  <OrphansCard orphans={home.orphans} />
                </div>
                <PlansCard />
                <CampaignPlanCard campaigns={home.campaigns} />
                <CoverageCard coverage={home.coverage} />
                <TourAgain />
              </div>
            </Freshness>
          )
        }
      </Loaded>
    </HomePage>
  )
}
