import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { TraceLine } from '#web/ui/trace-line.tsx'
import type { Trace } from '#web/ui/trace-line.tsx'
import { Freshness } from '../figures/freshness.tsx'
import type { Period } from '../period.ts'
import type { Executive } from '../records.ts'
import { CampaignsCard } from './campaigns-card.tsx'
import { EffortCard } from './effort-card.tsx'
import { EmptyHome } from './empty-home.tsx'
import { HomePage } from './home-page.tsx'
import classes from './home.module.css'
import { HomeSkeleton } from './home-skeleton.tsx'
import { ObjectivesCard } from './objectives-card.tsx'
import { OrphansCard } from './orphans-card.tsx'
import { ReturnCard } from './return-card.tsx'
import { RisksCard } from './risks-card.tsx'
import { TourAgain } from '../tour/tour-again.tsx'

function isEmpty({ objectives, campaigns, total, orphans }: Executive): boolean {
  return (
    objectives.length === 0 &&
    campaigns.length === 0 &&
    total.posts === 0 &&
    Object.values(orphans).every((count) => count === 0)
  )
}

/** Top management's page: whether the objectives are on their path, what came back, and what stands in the way. */
export function ExecutiveHome({ period, actions }: { readonly period: Period; readonly actions: ReactNode }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const query = useQuery(
    orpc.measurement.executiveHome.queryOptions({ input: { period }, placeholderData: (before) => before }),
  )
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
              <Cards home={home} period={period} />
            </Freshness>
          )
        }
      </Loaded>
    </HomePage>
  )
}

function Cards({ home, period }: { home: Executive; period: Period }) {
  return (
    <div className={classes.stack}>
      {home.best !== null && <BestTrace trace={home.best} period={period} />}
      <div className={classes.wideAndSide}>
        <ObjectivesCard objectives={home.objectives} more={home.moreObjectives} />
        <ReturnCard total={home.total} of={home.return} series={home.series} period={period} />
      </div>
      <div className={classes.three}>
        <CampaignsCard campaigns={home.campaigns} total={home.total} of={home.return} period={period} />
        <RisksCard risks={home.risks} />
        <OrphansCard orphans={home.orphans} />
      </div>
      <EffortCard />
      <TourAgain />
    </div>
  )
}

function BestTrace({ trace, period }: { trace: Trace; period: Period }) {
  const { t } = useTranslation('measurement')
  const { type, id } = trace.subject
  return (
    <Card
      title={t(`best.${period}`)}
      end={
        <Link to="/trace/$type/$id" params={{ type, id }} className="link">
          {t('best.whole')}
        </Link>
      }
    >
      <TraceLine trace={trace} />
    </Card>
  )
}
