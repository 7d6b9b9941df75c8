import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCoins } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Freshness } from '../figures/freshness.tsx'
import { ShowMore } from '../show-more.tsx'
import classes from './conversions.module.css'
import { ConversionsTable } from './conversions-table.tsx'
import { ReportCard } from './report-card.tsx'

/** Every conversion with the post it is credited to, and how another system reports them. */
export function ConversionsTab() {
  const { t } = useTranslation('measurement')
  const query = useInfiniteQuery(
    orpc.measurement.conversions.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  return (
    <div className={classes.two}>
      <Card title={t('conversions.title')} pad={false}>
        <Loaded query={query} skeleton={6}>
          {({ pages }) => {
            const conversions = pages.flatMap((page) => page.items)
            if (conversions.length === 0)
              return <Empty icon={IconCoins} title={t('conversions.empty.title')} text={t('conversions.empty.text')} />
            return (
              <Freshness at={query.dataUpdatedAt}>
                <ConversionsTable conversions={conversions} />
                <ShowMore query={query} />
              </Freshness>
            )
          }}
        </Loaded>
      </Card>
      <ReportCard />
    </div>
  )
}
