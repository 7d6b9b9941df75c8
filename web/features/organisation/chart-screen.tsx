import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { IconScale } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { ChartCard } from './chart/chart-card.tsx'
import { GapsCard } from './chart/gaps-card.tsx'
import { ModelCard } from './chart/model-card.tsx'
import { PositionCard } from './chart/position-card.tsx'
import { chartQuery } from './chart/records.ts'
import classes from './chart/chart.module.css'
import { OrganiseTabs } from './organise-tabs.tsx'

/** Who reports to whom, on both lines; beside it what the operating model would change, and where somebody is missing. */
export function ChartScreen() {
  const { t } = useTranslation('chart')
  const search = useSearch({ from: '/shell/organise' })
  const navigate = useNavigate({ from: '/organise' })
  const on = /^\d{4}-\d{2}-\d{2}$/u.test(search.on ?? '') ? search.on : undefined
  const chart = useQuery({ ...chartQuery(on), placeholderData: (before) => before })
  const mayChange = useMay('structure.change').allowed && on === undefined
  const go = (day: string | null, position: string | null) =>
    void navigate({
      search: { ...(day === null ? {} : { on: day }), ...(position === null ? {} : { position }) },
      replace: true,
      resetScroll: false,
    })
  const choose = (position: string | null) => go(on ?? null, position)
  const see = (day: string | null) => go(day, search.position ?? null)
  return (
    <Page
      title={t('title')}
      sub={chart.data === undefined ? undefined : <Counts chart={chart.data} />}
      actions={
        <Button
          component={Link}
          to="/organise/advisor"
          variant="default"
          leftSection={<IconScale size={16} stroke={1.5} aria-hidden />}
        >
          {t('advisor')}
        </Button>
      }
    >
      <OrganiseTabs />
      <Loaded query={chart} skeleton={12}>
        {(data) => (
          <div className={classes.split}>
            <ChartCard chart={data} on={on} onSee={see} chosen={search.position ?? null} onChoose={choose} />
            <div className={classes.side}>
              {search.position !== undefined && (
                <PositionCard
                  key={search.position}
                  chart={data}
                  id={search.position}
                  mayChange={mayChange}
                  onChoose={choose}
                />
              )}
              <ModelCard />
              <GapsCard chart={data} onChoose={choose} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Counts({ chart }: { chart: Parameters<typeof GapsCard>[0]['chart'] }) {
  const { t } = useTranslation('chart')
  const filled = chart.positions.filter((position) => position.person !== null).length
  return t('counts', { units: chart.units.length, positions: chart.positions.length, filled })
}
