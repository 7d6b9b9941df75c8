import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asProblem, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import type { Event } from '../records.ts'
import { useEventWords } from './use-event-words.ts'
import { useFactWords } from './use-fact-words.ts'
import classes from './history.module.css'

interface HistoryCardProps {
  readonly type: 'account' | 'objective' | 'goal' | 'plan' | 'audience'
  readonly id: string
}

/** What happened to a record: who, when, and what changed in words. Newest first. */
export function HistoryCard({ type, id }: HistoryCardProps) {
  const { t } = useTranslation('strategy')
  const query = useInfiniteQuery(
    orpc.governance.events.infiniteOptions({
      input: (cursor: string | undefined) => ({
        subjectType: type,
        subjectId: id,
        limit: 20,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  // Records that came with the sample have no history.
  if (query.data?.pages.every((page) => page.items.length === 0) === true) return null
  return (
    <Card title={t('history.title')}>
      <Loaded query={query}>
        {({ pages }) => (
          <ol className={classes.list}>
            {pages
              .flatMap((page) => page.items)
              .map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
          </ol>
        )}
      </Loaded>
      {query.isFetchNextPageError && <ProblemNotice problem={asProblem(query.error)} />}
      <MoreButton query={query} mt={12} />
    </Card>
  )
}

function EventRow({ event }: { event: Event }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const verb = useEventWords()
  const differences = useFactWords()
  const changes = event.before !== null && event.after !== null ? differences(event.before, event.after) : []
  return (
    <li className={classes.event}>
      <p>
        <span className="medium">{event.actor.name}</span> {verb(event.verb)}
      </p>
      {changes.map(({ label, from, to }) => (
        <p key={label} className={classes.change}>
          <span className={classes.what}>{label}</span>{' '}
          {from !== '' && (
            <>
              <del className={classes.from}>{from}</del>
              <span aria-hidden> → </span>
            </>
          )}
          <ins className={classes.to}>{to === '' ? t('history.emptied') : to}</ins>
        </p>
      ))}
      <time dateTime={event.at} title={time.instant(event.at)} className={classes.when}>
        {time.relative(event.at)}
      </time>
    </li>
  )
}
