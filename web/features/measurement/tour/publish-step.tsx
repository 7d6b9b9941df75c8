import { Loader, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { TourRecords } from './find-tour-records.ts'
import { isUnderWay } from './steps.ts'
import classes from './tour.module.css'
import { useFieldChecks } from './use-field-checks.ts'
import type { Made } from './use-tour.ts'

interface PublishStepProps {
  readonly piece: NonNullable<TourRecords['piece']>
  readonly newsroom: TourRecords['newsroom']
  readonly post: TourRecords['post']
  readonly made: Made
}

/** Step four: the newsroom as a channel, where there is none, and the piece out on it now. */
export function PublishStep({ post, ...rest }: PublishStepProps) {
  return post === null || isGone(post) ? <PublishForm {...rest} /> : <OnItsWay post={post} />
}

function isGone({ delivery }: NonNullable<TourRecords['post']>): boolean {
  return delivery.state === 'cancelled' || delivery.state === 'removed'
}

/** A post that was made although its answer was lost; without this a second press would publish twice. */
async function findMade(pieceId: string, channelId: string) {
  const { items } = await api.publishing.posts({ pieceId, channelId, limit: 10 })
  return items.find((post) => !isGone(post))
}

type Values = { name: string; text: string }

function PublishForm({ piece, newsroom, made }: Omit<PublishStepProps, 'post'>) {
  const { t } = useTranslation('measurement')
  const me = useMe()
  const check = useFieldChecks()
  const form = useProblemForm<Values>({
    initialValues: { name: t('tour.publish.name.suggested', { organisation: me.organisation.name }), text: piece.body },
    validate: { name: check.said, text: check.said },
    draft: 'tour:publish',
    guard: false,
  })
  const connect = async (name: string) => {
    const channel = await api.publishing.createChannel({ platform: 'newsroom', name, settings: {} })
    made({ newsroom: channel })
    return channel
  }
  const send = form.submit(
    async ({ name, text }) => {
      const { id } = newsroom ?? (await connect(name))
      return (
        (await findMade(piece.id, id)) ??
        api.publishing.createPost({
          channelId: id,
          pieceId: piece.id,
          title: piece.title,
          text,
          plannedAt: new Date().toISOString(),
          timeZone: me.timeZone,
          trackLinks: true,
        })
      )
    },
    (post) => made({ post }),
  )
  return (
    <form className={classes.form} onSubmit={send}>
      {newsroom === null ? (
        <TextInput
          label={t('tour.publish.name')}
          description={t('tour.publish.name.text')}
          withAsterisk
          maxLength={120}
          {...form.getInputProps('name')}
        />
      ) : (
        <dl className={classes.fixed}>
          <dt>{t('channel')}</dt>
          <dd>{newsroom.name}</dd>
        </dl>
      )}
      <Textarea
        label={t('tour.publish.words', { piece: piece.title })}
        description={t('tour.publish.words.text')}
        withAsterisk
        autosize
        minRows={4}
        maxRows={12}
        {...form.getInputProps('text')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.foot}>
        <AllowedButton
          action={newsroom === null ? 'channels.change' : 'posts.change'}
          why="beside"
          type="submit"
          loading={form.sending}
        >
          {t('tour.publish.action')}
        </AllowedButton>
      </div>
    </form>
  )
}

function OnItsWay({ post }: { post: NonNullable<TourRecords['post']> }) {
  const { t } = useTranslation('measurement')
  const { state } = post.delivery
  const moving = isUnderWay(state)
  return (
    <div className={classes.form}>
      <div className={classes.status} role="status">
        {moving && <Loader size={18} aria-hidden />}
        <DeliveryBadge state={state} at={post.delivery.dueAt} />
        <span>{t(moving ? 'tour.publish.moving' : 'tour.publish.stopped')}</span>
      </div>
      {!moving && (
        <div className={classes.foot}>
          <RecordLink type="post" id={post.id} className="link">
            {t('tour.publish.open')}
          </RecordLink>
        </div>
      )}
    </div>
  )
}
