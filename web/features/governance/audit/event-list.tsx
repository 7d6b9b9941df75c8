import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconListSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { EventRow } from './event-row.tsx'
import { EventSheet } from './event-sheet.tsx'
import { requestOf } from './filter-request.ts'
import type { Event, LogFilter } from './records.ts'
import classes from './audit.module.css'

/** The events of a filter, newest first. A search that takes long says how far back it has looked. */
export function EventList({ filter }: { readonly filter: LogFilter }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const [shown, setShown] = useState<Event | null>(null)
  const asked = requestOf(filter, time.timeZone)
  const query = useInfiniteQuery(
    orpc.governance.events.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...asked, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const searchedTo = query.data?.pages.at(-1)?.searchedTo ?? null
  return (
    <Card title={t('list')} pad={false}>
      <Loaded query={query} skeleton={10}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.items)
          if (events.length === 0 && !query.hasNextPage)
            return <Empty icon={IconListSearch} title={t('list.empty.title')} text={t('list.empty.text')} />
          return (
            <ol className={classes.events}>
              {events.map((event) => (
                <EventRow key={event.id} event={event} onOpen={() => setShown(event)} />
              ))}
            </ol>
          )
        }}
      </Loaded>
      {query.isFetchNextPageError && <ProblemNotice problem={asProblem(query.error)} />}
      {query.data !== undefined && (
        <div className={classes.foot}>
          <span className={classes.quiet} role="status">
            {searchedTo === null ? t('list.beginning') : t('list.back', { when: time.instant(searchedTo) })}
          </span>
          {query.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t(isSearch(filter) ? 'list.on' : 'list.more')}
            </Button>
          )}
        </div>
      )}
      <SideSheet opened={shown !== null} onClose={() => setShown(null)} title={t('event.title')} size={640}>
        {shown !== null && <EventSheet event={shown} onShow={setShown} />}
      </SideSheet>
    </Card>
  )
}

function isSearch({ text, unit, room }: LogFilter): boolean {
  return text !== undefined || unit !== undefined || room !== undefined
}
