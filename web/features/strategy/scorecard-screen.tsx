import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { CardActions } from './scorecard/card-actions.tsx'
import { CardView } from './scorecard/card-view.tsx'
import { Term } from './scorecard/term.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'

const Slides = lazy(async () => ({ default: (await import('./scorecard/slides.tsx')).Slides }))

/** The scorecard of the company or of a unit: a picture of what brings about what, with a light for each objective. */
export function ScorecardScreen() {
  const { t } = useTranslation('scorecard')
  const address = useSearch({ from: '/shell/strategy/scorecard' })
  const navigate = useNavigate()
  const [presented, setPresented] = useState(false)
  const cards = useQuery(orpc.strategy.scorecards.list.queryOptions({}))
  const company = cards.data?.items.find((card) => card.parentId === null)?.id
  const id = address.unit ?? company
  const card = useQuery(
    orpc.strategy.scorecards.show.queryOptions({ input: { id: id ?? '' }, enabled: id !== undefined }),
  )
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    navigate({ to: '/strategy/scorecard', search: clean({ ...address, ...next }), replace: true })
  return (
    <Page
      title={t('title')}
      badge={<Term name="scorecard" />}
      sub={
        card.data?.parentName === null || card.data === undefined
          ? undefined
          : t('card.derives', { name: card.data.parentName })
      }
      actions={
        cards.data !== undefined &&
        id !== undefined && (
          <CardActions
            cards={cards.data}
            id={id}
            onChoose={(unit) => void go({ unit, objective: undefined })}
            onPresent={() => setPresented(true)}
          />
        )
      }
    >
      <StrategyTabs />
      <Loaded query={cards} skeleton={2}>
        {() => (
          <Loaded query={card} skeleton={8}>
            {(shown) => (
              <CardView
                card={shown}
                chosen={address.objective}
                view={address.view === 'list' || address.view === 'map' ? address.view : undefined}
                onChoose={(objective) => void go({ objective })}
                onView={(view) => void go({ view })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
      {presented && card.data !== undefined && (
        <Suspense fallback={null}>
          <Slides card={card.data} onEnd={() => setPresented(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function clean<Search extends Record<string, string | undefined>>(address: Search): Partial<Search> {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as Partial<Search>
}
