import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { MoreButton } from '#web/ui/more-button.tsx'
import { RecordLink, type RecordType } from '#web/ui/record-link.tsx'
import { EventDifference } from './event-difference.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import type { Event } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

const PAGES: readonly RecordType[] = ['objective', 'goal', 'campaign', 'piece', 'post']

/** One event with before and after, and its record through time. */
export function EventSheet({ event, onShow }: { readonly event: Event; readonly onShow: (event: Event) => void }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  const [holding, setHolding] = useState(false)
  const { type, id, title } = event.subject
  const page = PAGES.find((one) => one === type)
  return (
    <div className={classes.sheet}>
      <div>
        <p className={classes.headline}>{words.verb(event.verb)}</p>
        {title !== null && <p className="medium">{title}</p>}
        <p className={classes.quiet}>
          {words.actor(event.actor)}, {time.instant(event.at)}. {t('event.position', { position: event.position })}
        </p>
      </div>
      <EventDifference event={event} />
      <div className={classes.acts}>
        {page !== undefined && (
          <RecordLink type={page} id={id} className={classes.link}>
            {t('event.open')}
          </RecordLink>
        )}
        <Link to="/govern/audit" search={{ record: `${type}:${id}` }} className={classes.link}>
          {t('event.only')}
        </Link>
        <AllowedButton action="retention.change" size="xs" variant="default" onClick={() => setHolding(true)}>
          {t('event.hold')}
        </AllowedButton>
      </div>
      <RecordHistory event={event} onShow={onShow} />
      {holding && <HoldDialog subject={event.subject} onClose={() => setHolding(false)} />}
    </div>
  )
}

function RecordHistory({ event, onShow }: { event: Event; onShow: (event: Event) => void }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  const query = useInfiniteQuery(
    orpc.governance.events.infiniteOptions({
      input: (cursor: string | undefined) => ({
        subjectType: event.subject.type,
        subjectId: event.subject.id,
        limit: 20,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  return (
    <section aria-label={t('event.history')}>
      <h3 className={classes.part}>{t('event.history')}</h3>
      <Loaded query={query}>
        {({ pages }) => (
          <ol className={classes.steps}>
            {pages
              .flatMap((page) => page.items)
              .map((step) => (
                <li key={step.id}>
                  <button
                    type="button"
                    className={classes.step}
                    aria-current={step.id === event.id ? 'true' : undefined}
                    onClick={() => onShow(step)}
                  >
                    <span className="medium">{words.verb(step.verb)}</span>
                    <span className={classes.quiet}>
                      {words.actor(step.actor)}, {time.instant(step.at)}
                    </span>
                  </button>
                </li>
              ))}
          </ol>
        )}
      </Loaded>
      <MoreButton query={query} />
    </section>
  )
}
