import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './model.module.css'

/** The models that were in force, with who set them and why. */
export function HistoryCard() {
  const { t } = useTranslation('model')
  const ui = useTranslation('ui')
  const time = useTime()
  const history = useInfiniteQuery(
    orpc.organisation.model.history.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 10, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  return (
    <Card title={t('history')} pad={false}>
      <Loaded query={history}>
        {(data) => (
          <ol className={classes.history}>
            {data.pages
              .flatMap((page) => page.items)
              .map((one) => (
                <li key={one.id}>
                  <strong>{t(`model.${one.model}`)}</strong>
                  <span className="text-3">
                    {one.setBy === null
                      ? t('history.since', { since: time.instant(one.since) })
                      : t('history.by', { since: time.instant(one.since), by: one.setBy.name })}
                  </span>
                  {one.reason !== null && <p>{one.reason}</p>}
                </li>
              ))}
          </ol>
        )}
      </Loaded>
      {history.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {ui.t('more')}
          </Button>
        </div>
      )}
    </Card>
  )
}
