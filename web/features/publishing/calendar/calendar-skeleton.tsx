import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import type { CalendarView } from './span.ts'

/** Stands in for the calendar while it is on its way. */
export function CalendarSkeleton({ view }: { readonly view: CalendarView }) {
  const { t } = useTranslation('ui')
  return (
    <Card pad={false}>
      <div
        role="status"
        aria-label={t('loading')}
        style={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', gap: 8, padding: 8 }}
      >
        {Array.from({ length: view === 'month' ? 35 : 21 }, (_, place) => (
          <Skeleton key={place} height={view === 'month' ? 96 : 64} radius={6} />
        ))}
      </div>
    </Card>
  )
}
