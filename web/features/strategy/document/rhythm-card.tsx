import { Button, Group, Select, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REVIEW_RHYTHMS, type ReviewRhythm } from '#contract/plan-sections.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import classes from './document.module.css'
import type { PlanDocument } from './records.ts'

/** When the plan is looked at again, by whom, and what came of it the last times. */
export function RhythmCard({ plan }: { readonly plan: PlanDocument }) {
  const { t } = useTranslation('document')
  const time = useTime()
  const [open, setOpen] = useState<'rhythm' | 'review' | null>(null)
  const reviews = useQuery(orpc.strategy.planDocument.reviews.queryOptions())
  const close = () => setOpen(null)
  const { reviewOn } = plan
  return (
    <Card title={t('review')}>
      <div className={classes.form}>
        <p className={plan.reviewDue ? classes.due : undefined} role={plan.reviewDue ? 'status' : undefined}>
          {reviewOn === null
            ? t('review.never')
            : t(plan.reviewDue ? 'review.due' : 'review.next', { day: time.day(reviewOn) })}
        </p>
        <p className={classes.quiet}>
          {t('review.owner')}: {plan.owner?.name ?? t('review.nobody')}
        </p>
        {open === 'rhythm' && <RhythmForm plan={plan} onDone={close} />}
        {open === 'review' && <ReviewForm onDone={close} />}
        {open === null && (
          <Group gap={8}>
            <AllowedButton action="plans.change" size="xs" variant="default" onClick={() => setOpen('rhythm')}>
              {t('review.set')}
            </AllowedButton>
            <AllowedButton
              action="plans.change"
              size="xs"
              variant={plan.reviewDue ? 'filled' : 'default'}
              onClick={() => setOpen('review')}
            >
              {t('review.say')}
            </AllowedButton>
          </Group>
        )}
        <Loaded query={reviews} skeleton={1}>
          {({ items }) =>
            items.length === 0 ? null : (
              <ul className={classes.plainRows}>
                {items.slice(0, 5).map((review) => (
                  <li key={review.id}>
                    <span className={classes.quiet}>
                      {t('review.past', {
                        outcome: t(`review.outcome.${review.outcome}`),
                        name: review.reviewedBy?.name ?? t('version.somebody'),
                        day: time.date(review.reviewedAt),
                      })}
                      {review.number !== null && ` (${t('review.about', { number: review.number })})`}
                    </span>
                    {review.words !== '' && <blockquote className={classes.quote}>{review.words}</blockquote>}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Card>
  )
}

function RhythmForm({ plan, onDone }: { readonly plan: PlanDocument; readonly onDone: () => void }) {
  const { t } = useTranslation(['document', 'ui'])
  const queryClient = useQueryClient()
  const initialValues: { ownerId: string | null; reviewEvery: string; reviewOn: string } = {
    ownerId: plan.owner?.id ?? null,
    reviewEvery: plan.reviewEvery,
    reviewOn: plan.reviewOn ?? '',
  }
  const form = useProblemForm({ initialValues, guard: false })
  const send = form.submit(
    ({ ownerId, reviewEvery, reviewOn }) =>
      api.strategy.planDocument.change(
        {
          ownerId,
          reviewEvery: rhythmOf(reviewEvery),
          ...(reviewEvery === 'never' || reviewOn === '' ? {} : { reviewOn }),
        },
        { context: { version: plan.version } },
      ),
    async () => {
      announce(t('review.saved'))
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
      onDone()
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <p className={classes.note}>{t('review.text')}</p>
      <PersonSelect label={t('review.owner')} {...form.getInputProps('ownerId')} />
      <Select
        label={t('review.every')}
        allowDeselect={false}
        data={REVIEW_RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`review.every.${rhythm}`) }))}
        {...form.getInputProps('reviewEvery')}
      />
      {form.values.reviewEvery !== 'never' && <DayInput label={t('review.on')} {...form.getInputProps('reviewOn')} />}
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Group gap={8}>
        <Button type="submit" size="xs" loading={form.sending}>
          {t('ui:save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </form>
  )
}

function rhythmOf(word: string): ReviewRhythm {
  return REVIEW_RHYTHMS.find((rhythm) => rhythm === word) ?? 'never'
}

function ReviewForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['document', 'ui'])
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { outcome: 'holds', words: '' }, draft: 'plan-document:review' })
  const send = form.submit(
    ({ outcome, words }) =>
      api.strategy.planDocument.review({ outcome: outcome === 'holds' ? 'holds' : 'to-change', words }),
    async () => {
      announce(t('review.recorded'))
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
      onDone()
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <Select
        label={t('review.outcome')}
        allowDeselect={false}
        data={(['holds', 'to-change'] as const).map((value) => ({ value, label: t(`review.outcome.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('review.words')}
        description={t('review.words.help')}
        {...form.getInputProps('words')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Group gap={8}>
        <Button type="submit" size="xs" loading={form.sending}>
          {t('ui:save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </form>
  )
}
