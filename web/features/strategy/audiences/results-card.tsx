import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from '../strategy.module.css'

/** What posts for this audience brought this year, and what those brought that are for nobody else. */
export function ResultsCard({ id }: { readonly id: string }) {
  const { t } = useTranslation('audiences')
  const number = useNumber()
  const may = useMe().actions.includes('measurement.read')
  const query = useQuery(
    orpc.measurement.audienceResults.queryOptions({ input: { period: 'year' }, enabled: may, retry: false }),
  )
  if (!may || query.isError) return null
  return (
    <Card title={t('results.title')}>
      <Loaded query={query}>
        {({ items }) => {
          const found = items.find(({ audience }) => audience.id === id)
          if (found === undefined) return <p className={classes.quiet}>{t('results.archived')}</p>
          return (
            <dl className={classes.figures}>
              {(['posts', 'clicks', 'engagements'] as const).map((figure) => (
                <div key={figure} className={classes.figure}>
                  <dt>{t(`results.${figure}`)}</dt>
                  <dd>
                    <ExplainedNumber
                      value={shown(found[figure])}
                      label={t(`results.${figure}`)}
                      definition={t(`results.${figure}.means`)}
                      source={t('results.source')}
                    />
                    {found.alone[figure] !== null && (
                      <small>{t('results.alone', { count: shown(found.alone[figure]) })}</small>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )
        }}
      </Loaded>
    </Card>
  )

  function shown(count: number | null): string {
    return count === null ? '–' : number.count(count)
  }
}
