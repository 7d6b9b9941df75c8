import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { CostAndReturn } from '#web/ui/cost-and-return.tsx'

/** What a campaign cost so far and what came back for it; nothing for those who may not see budgets. */
export function ReturnCard({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation('content')
  const query = useQuery(orpc.measurement.campaignReturn.queryOptions({ input: { id: campaignId } }))
  const of = query.data?.return ?? null
  if (of === null) return null
  return (
    <Card
      title={t('return.title')}
      end={
        <Link to="/strategy/budget" search={{ view: 'lines', campaign: campaignId }} className="link">
          {t('return.lines')}
        </Link>
      }
    >
      <CostAndReturn of={of} />
    </Card>
  )
}
