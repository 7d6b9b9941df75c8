import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import classes from './approvals/review.module.css'

type Review = InferContractRouterOutputs<Contract>['governance']['approvals']['review']

/** What a reviewer from outside sees by their link: one post, a place for a comment, and two answers. */
export function ReviewScreen() {
  const { t } = useTranslation('approvals')
  const { token } = useParams({ from: '/review/$token' })
  const query = useQuery(orpc.governance.approvals.review.queryOptions({ input: { token }, retry: false }))
  return (
    <main className={classes.page} id="main">
      <h1 id="page-title" tabIndex={-1} className={classes.title}>
        {t('review.title')}
      </h1>
      <Loaded query={query} skeleton={6}>
        {(review) => <ReviewBody review={review} token={token} />}
      </Loaded>
    </main>
  )
}

function ReviewBody({ review, token }: { review: Review; token: string }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const { content } = review
  return (
    <>
      <p className="text-2">
        {t('review.text', {
          organisation: review.organisation,
          name: review.name,
          channel: review.channel.name,
          when: time.instant(review.dueAt),
        })}
      </p>
      <article className={classes.post} lang={content.language ?? undefined}>
        {content.title !== null && <h2 className={classes.head}>{content.title}</h2>}
        {content.parts.map((part, place) => {
          const key = `part ${place}`
          return (
            <div key={key} className={classes.part}>
              <p className={classes.text}>{part.text}</p>
              {part.pictures.map((picture) => (
                <figure key={picture.id} className={classes.picture}>
                  <img
                    src={`/api/v1/reviews/${encodeURIComponent(token)}/media/${picture.id}?width=768`}
                    alt={picture.altText}
                    loading="lazy"
                  />
                  <figcaption className="text-2 small" aria-hidden={picture.altText !== ''}>
                    {picture.altText === '' ? t('panel.undescribed') : picture.altText}
                  </figcaption>
                </figure>
              ))}
            </div>
          )
        })}
      </article>
      {review.comments.length > 0 && (
        <ul className={classes.comments} aria-label={t('comments')}>
          {review.comments.map((comment) => (
            <li key={comment.id}>
              <p>{comment.text}</p>
              <p className="small text-2">{`${comment.name}, ${time.relative(comment.at)}`}</p>
            </li>
          ))}
        </ul>
      )}
      {review.state === 'open' ? (
        <Answer token={token} />
      ) : (
        <p role="status" className={classes.done}>
          {t(`review.state.${review.state}`)}
        </p>
      )}
      <p className="small text-2">{t('review.until', { when: time.instant(review.expiresAt) })}</p>
    </>
  )
}

function Answer({ token }: { token: string }) {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState<'approve' | 'reject' | 'comment' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const attempt = async (what: 'approve' | 'reject' | 'comment', work: () => Promise<unknown>) => {
    setBusy(what)
    setProblem(null)
    try {
      await work()
      if (what === 'comment') announce(t('comment.added'))
      setText('')
      await queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.review.key() })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(null)
    }
  }
  const decide = (decision: 'approve' | 'reject') =>
    void attempt(decision, () => api.governance.approvals.decideReview({ token, decision, reason: text }))
  const say = () => void attempt('comment', () => api.governance.approvals.commentReview({ token, text }))
  return (
    <section aria-label={t('decide.label')} className={classes.answer}>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Textarea
        label={t('decide.reason')}
        description={t('decide.reason.help')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" loading={busy === 'comment'} onClick={say}>
          {t('comment.add')}
        </Button>
        <Button variant="default" loading={busy === 'reject'} onClick={() => decide('reject')}>
          {t('decide.reject')}
        </Button>
        <Button loading={busy === 'approve'} onClick={() => decide('approve')}>
          {t('decide.approve')}
        </Button>
      </div>
    </section>
  )
}
