import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import classes from './show-more.module.css'

interface ShowMoreProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly isFetchNextPageError: boolean
    readonly error: unknown
    readonly fetchNextPage: () => unknown
  }
}

/** The button below a long list that fetches its next page. */
export function ShowMore({ query }: ShowMoreProps) {
  const { t } = useTranslation('ui')
  if (!query.hasNextPage) return null
  if (query.isFetchNextPageError)
    return (
      <div className={classes.more}>
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.fetchNextPage()} />
      </div>
    )
  return (
    <div className={classes.more}>
      <Button variant="default" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  )
}
