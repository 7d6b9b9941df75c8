import { IconBulb } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Ranking } from './ranking.tsx'
import type { PlacementResult } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'
import classes from './advisor.module.css'

/** The recommendation as bars, with what speaks for and against it and what would change it. */
export function ResultCard({ query }: { query: UseQueryResult<PlacementResult> }) {
  const { t } = useAdvisorWords()
  return (
    <Card title={t('result')} end={query.data !== undefined && t('answered', { ...query.data })}>
      <Loaded query={query}>
        {(result) =>
          result.answered === 0 ? (
            <Empty icon={IconBulb} title={t('empty')} text={t('empty.text')} />
          ) : (
            <Result result={result} />
          )
        }
      </Loaded>
    </Card>
  )
}

/** Function and model, each ranked. */
export function Result({ result }: { result: PlacementResult }) {
  const { t, place } = useAdvisorWords()
  const model = useTranslation('model')
  return (
    <div className={classes.result}>
      <Ranking title={t('places')} ranked={result.places} name={place} flip={result.placeFlip} />
      <Ranking
        title={t('models')}
        ranked={result.models}
        name={(key) => model.t(`model.${key}` as 'model.dandelion')}
        flip={result.modelFlip}
      />
    </div>
  )
}
