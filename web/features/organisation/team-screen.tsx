import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { OrganiseTabs } from './organise-tabs.tsx'
import { CoreCard } from './team/core-card.tsx'
import { GapsCard } from './team/gaps-card.tsx'
import { RepresentativesCard } from './team/representatives-card.tsx'
import { WeeksCard } from './team/weeks-card.tsx'
import classes from './team/team.module.css'

/** The core team, who represents each department, and where somebody is missing. */
export function TeamScreen() {
  const { t } = useTranslation('team')
  const team = useQuery(orpc.organisation.team.read.queryOptions())
  const coverage = useQuery(orpc.organisation.team.coverage.queryOptions())
  return (
    <Page title={t('title')}>
      <OrganiseTabs />
      <div className={classes.columns}>
        <div>
          <Loaded query={team} skeleton={6}>
            {(data) => (
              <>
                <CoreCard core={data.core} />
                <RepresentativesCard representatives={data.representatives} />
              </>
            )}
          </Loaded>
        </div>
        <div>
          <Loaded query={coverage} skeleton={6}>
            {(data) => (
              <>
                <GapsCard gaps={data.gaps} />
                <WeeksCard weeks={data.weeks} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </Page>
  )
}
