import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useFactWords } from '../history/use-fact-words.ts'
import type { Review } from '../plans/records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { BranchLink } from './tree-row.tsx'
import classes from './cascade.module.css'

interface ReviewCardProps {
  /** What changed above this record. */
  readonly subjectId?: string
  /** What a change of this record touches below it, answered or not. */
  readonly causeId?: string
  /** What changed above the reader's own work. */
  readonly mine?: boolean
}

/** The ripple of changes: what is to be looked at again, and the word of whoever has. Nothing where nothing rippled. */
export function ReviewCard({ subjectId, causeId, mine = false }: ReviewCardProps) {
  const { t } = useTranslation('plans')
  const query = useQuery(
    orpc.strategy.cascade.reviews.queryOptions({
      input: {
        limit: 50,
        ...(subjectId === undefined ? {} : { subjectId }),
        ...(causeId === undefined ? { open: 'true' } : { causeId }),
        ...(mine ? { mine: 'true' } : {}),
      },
    }),
  )
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  const open = items.filter(({ cleared }) => cleared === null).length
  const title = causeId === undefined ? t(mine ? 'review.title.mine' : 'review.title') : t('review.ripple')
  return (
    <Card title={title} badge={open > 0 && <Badge tone="warn">{open}</Badge>} pad={false}>
      <ul className={classes.reviews}>
        {items.map((review) => (
          <ReviewRow key={review.id} review={review} fromCause={causeId !== undefined} />
        ))}
      </ul>
    </Card>
  )
}

function ReviewRow({ review, fromCause }: { review: Review; fromCause: boolean }) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const differences = useFactWords()
  const [answering, setAnswering] = useState(false)
  const { subject, cause, cleared } = review
  return (
    <li>
      <p>
        <span className={classes.quiet}>{t(`type.${subject.type}`)}</span>{' '}
        <BranchLink branch={subject}>{subject.title}</BranchLink>
      </p>
      {!fromCause && (
        <p className={classes.quiet}>
          {t('review.said', {
            by: review.markedBy,
            type: cause.type,
            title: cause.title,
            when: time.relative(review.markedAt),
          })}
        </p>
      )}
      {differences(review.before, review.after).map(({ label, from, to }) => (
        <p key={label} className={classes.quiet}>
          {label}: {from !== '' && <del>{from}</del>} → <ins>{to}</ins>
        </p>
      ))}
      {cleared !== null && (
        <p>
          {t(`review.cleared.${cleared.outcome}`, { by: cleared.by?.name ?? '–' })}
          {cleared.word !== '' && <span className="text-2"> · {cleared.word}</span>}
        </p>
      )}
      {cleared === null && !review.mayClear && (
        <p className={classes.quiet}>
          {subject.owner === null ? t('review.nobody') : t('review.only-owner', { owner: subject.owner.name })}
        </p>
      )}
      {review.mayClear && !answering && (
        <Button size="xs" variant="light" onClick={() => setAnswering(true)}>
          {t('review.answer')}
        </Button>
      )}
      {answering && <Answer review={review} onDone={() => setAnswering(false)} />}
    </li>
  )
}

function Answer({ review, onDone }: { review: Review; onDone: () => void }) {
  const { t } = useTranslation('plans')
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { word: '' }, draft: `review:${review.id}` })
  const answer = (outcome: 'holds' | 'adapted') =>
    form.submit(
      ({ word }) => api.strategy.cascade.clearReview({ id: review.id, outcome, word }),
      async () => {
        onDone()
        announce(t('review.done'))
        await refreshStrategy(queryClient)
      },
    )()
  return (
    <form onSubmit={(event) => event.preventDefault()} className={classes.answer}>
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxLength={1000}
        label={t('review.word')}
        description={t('review.word.help')}
        {...form.getInputProps('word')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.buttons}>
        <Button size="xs" loading={form.sending} onClick={() => answer('holds')}>
          {t('review.holds')}
        </Button>
        <Button size="xs" variant="default" loading={form.sending} onClick={() => answer('adapted')}>
          {t('review.adapted')}
        </Button>
      </div>
    </form>
  )
}
