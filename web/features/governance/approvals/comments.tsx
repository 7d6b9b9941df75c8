import { Button, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Approval } from '#web/ui/use-approval-words.ts'
import type { Selected } from './approved-text.tsx'
import classes from './approvals.module.css'

interface CommentsProps {
  readonly approval: Approval
  readonly selected: Selected | null
  readonly onUnselect: () => void
}

/** What is said of the post, and a place to say something: of the whole, or of the words that are selected. */
export function Comments({ approval, selected, onUnselect }: CommentsProps) {
  const { t } = useTranslation('approvals')
  return (
    <section aria-label={t('comments')}>
      <h3 className={classes.head}>{t('comments')}</h3>
      {approval.comments.length === 0 ? (
        <p className="text-2">{t('comments.none')}</p>
      ) : (
        <ul className={classes.list}>
          {approval.comments.map((comment) => (
            <OneComment key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      <CommentForm
        key={`${selected?.part} ${selected?.start} ${selected?.end}`}
        approval={approval}
        selected={selected}
        onUnselect={onUnselect}
      />
    </section>
  )
}

function OneComment({ comment }: { comment: Approval['comments'][number] }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const mayChange = useMe().actions.includes('posts.change')
  const attempt = async (work: () => Promise<unknown>, words?: string) => {
    try {
      await work()
      if (words !== undefined) announce(words)
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
      await queryClient.invalidateQueries({ queryKey: orpc.publishing.key() })
    }
  }
  const settle = (resolved: boolean) =>
    void attempt(() => api.governance.approvals.settleComment({ id: comment.id, resolved }))
  return (
    <li className={classes.comment}>
      <p className="small">
        <span className="medium">{comment.name}</span>
        {comment.person === null && ` (${t('outside')})`}
        <span className={classes.quiet}>{` ${time.relative(comment.at)}`}</span>
        {comment.state !== 'open' && (
          <span className={classes.quiet}>{` · ${t(`comment.state.${comment.state}`)}`}</span>
        )}
      </p>
      {comment.quote !== null && <p className={classes.quote}>{comment.quote}</p>}
      {comment.quote !== null && !comment.stands && comment.state === 'open' && (
        <p className={`${classes.quiet} small`}>{t('comment.gone')}</p>
      )}
      {comment.text !== '' && <p>{comment.text}</p>}
      {comment.suggestion !== null && (
        <p>
          <del className={classes.taken}>{comment.quote}</del> <ins className={classes.added}>{comment.suggestion}</ins>
        </p>
      )}
      {comment.state !== 'accepted' && (
        <div className={classes.buttons}>
          {comment.suggestion !== null && comment.state === 'open' && comment.stands && mayChange && (
            <Button
              size="xs"
              variant="light"
              onClick={() =>
                void attempt(() => api.governance.approvals.acceptSuggestion({ id: comment.id }), t('comment.accepted'))
              }
            >
              {t('comment.accept')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => settle(comment.state === 'open')}>
            {t(comment.state === 'open' ? 'comment.resolve' : 'comment.reopen')}
          </Button>
        </div>
      )}
    </li>
  )
}

function CommentForm({ approval, selected, onUnselect }: CommentsProps) {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { text: '', suggestion: '' }, guard: false })
  const save = ({ text, suggestion }: typeof form.values) =>
    api.governance.approvals.comment({
      id: approval.id,
      part: selected?.part ?? 0,
      start: selected?.start ?? null,
      end: selected?.end ?? null,
      text,
      suggestion: selected === null || suggestion === '' ? null : suggestion,
    })
  const done = () => {
    form.reset()
    onUnselect()
    announce(t('comment.added'))
    void queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
  }
  return (
    <form onSubmit={form.submit(save, done)} className={classes.form} style={{ marginTop: 12 }}>
      <p className="small text-2">
        {selected === null ? t('comment.whole') : t('comment.words', { quote: selected.quote })}{' '}
        {selected !== null && (
          <button type="button" className="link" onClick={onUnselect}>
            {t('comment.unselect')}
          </button>
        )}
      </p>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Textarea
        label={t('comment.text')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        {...form.getInputProps('text')}
      />
      {selected !== null && (
        <TextInput
          label={t('comment.suggestion')}
          description={t('comment.suggestion.help', { quote: selected.quote })}
          maxLength={4000}
          {...form.getInputProps('suggestion')}
        />
      )}
      <div>
        <Button type="submit" variant="default" size="xs" loading={form.sending}>
          {t('comment.add')}
        </Button>
      </div>
    </form>
  )
}
