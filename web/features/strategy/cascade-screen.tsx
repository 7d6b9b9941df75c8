import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { FlowCard } from './cascade/flow-card.tsx'
import { OrphansCard } from './cascade/orphans-card.tsx'
import { ReviewCard } from './cascade/review-card.tsx'
import { TotalsCard } from './cascade/totals-card.tsx'
import { TreeCard } from './cascade/tree-card.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'
import classes from './strategy.module.css'

/** The strategy from objectives down to single posts: effort and value, what serves nothing, what has to be looked at again. */
export function CascadeScreen() {
  const { t } = useTranslation('plans')
  const time = useTime()
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 250)
  const query = useQuery(
    orpc.strategy.cascade.show.queryOptions({
      input: wanted === '' ? {} : { search: wanted },
      placeholderData: (before) => before,
    }),
  )
  const { data } = query
  return (
    <Page
      title={t('cascade.title')}
      sub={data === undefined ? undefined : t('cascade.sub', { days: time.days(data.from, data.to) })}
    >
      <StrategyTabs />
      <Loaded query={query} skeleton={10}>
        {(cascade) => (
          <div className={classes.stack}>
            <TotalsCard cascade={cascade} />
            <FlowCard cascade={cascade} />
            <div className={classes.columns}>
              <div>
                <TreeCard cascade={cascade} search={search} onSearch={setSearch} />
              </div>
              <div>
                <ReviewCard mine />
                <OrphansCard orphans={cascade.orphans} />
              </div>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
