import { Suspense, lazy } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Page } from '#web/ui/page.tsx'

// Its forms weigh more than the rest of the page, and most people have put it away.
const TourPanel = lazy(async () => ({ default: (await import('../tour/tour-panel.tsx')).TourPanel }))

interface HomePageProps {
  readonly sub?: ReactNode
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** What all homes share: the heading, and the first-start tour while it is open. */
export function HomePage({ sub, actions, children }: HomePageProps) {
  const { t } = useTranslation('measurement')
  const { tour } = useMe()
  return (
    <Page title={t('home.title')} sub={sub} actions={actions}>
      {tour !== null && (
        <Suspense fallback={null}>
          <TourPanel />
        </Suspense>
      )}
      {children}
    </Page>
  )
}
