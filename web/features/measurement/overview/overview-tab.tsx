import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Freshness } from '../figures/freshness.tsx'
import type { Period } from '../period.ts'
import type { Overview } from '../records.ts'
import { AudiencesCard } from './audiences-card.tsx'
import { ChannelsCard } from './channels-card.tsx'
import { DaysCard } from './days-card.tsx'
import { DefinitionsCard } from './definitions-card.tsx'
import classes from './overview.module.css'
import { PostsCard } from './posts-card.tsx'
import { TotalsCard } from './totals-card.tsx'

function isEmpty({ total, engagements, posts }: Overview): boolean {
  return posts.length === 0 && total.posts + total.clicks + total.conversions + engagements === 0
}

/** The period in figures, by day, channel and post. */
export function OverviewTab({ period }: { readonly period: Period }) {
  const query = useQuery(
    orpc.measurement.overview.queryOptions({ input: { period }, placeholderData: (before) => before }),
  )
  return (
    <Loaded query={query} skeleton={8}>
      {(overview) =>
        isEmpty(overview) ? (
          <Nothing />
        ) : (
          <Freshness at={query.dataUpdatedAt}>
            <div className={classes.stack}>
              <TotalsCard overview={overview} />
              <div className={classes.two}>
                <DaysCard days={overview.days} />
                <DefinitionsCard />
              </div>
              <ChannelsCard channels={overview.channels} />
              <AudiencesCard period={period} />
              <PostsCard posts={overview.posts} />
            </div>
          </Freshness>
        )
      }
    </Loaded>
  )
}

function Nothing() {
  const { t } = useTranslation('measurement')
  return (
    <div className={classes.stack}>
      <Card>
        <Empty
          icon={IconChartBar}
          title={t('overview.empty.title')}
          text={t('overview.empty.text')}
          action={
            <Button component={Link} to="/content" variant="light">
              {t('overview.empty.action')}
            </Button>
          }
        />
      </Card>
      <DefinitionsCard />
    </div>
  )
}
