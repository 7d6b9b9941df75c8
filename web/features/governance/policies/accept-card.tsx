import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import classes from '../governance.module.css'
import type { ReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Policy } from '../records.ts'

interface AcceptCardProps {
  readonly policy: Policy
  readonly language: ReadingLanguage
}

/** What I accepted and when, or the way to accept the version in force. */
export function AcceptCard({ policy, language }: AcceptCardProps) {
  const { t } = useTranslation('policies')
  const time = useTime()
  const { current, mine } = policy
  if (current === null) return null
  const accepted = mine.acceptedAt === null ? '' : time.instant(mine.acceptedAt)
  return (
    <Card title={t('accept.title')}>
      <div className={classes.form}>
        {mine.state === 'accepted' && <p>{t('accept.done', { number: current.number, when: accepted })}</p>}
        {mine.state === 'older' && (
          <p>
            {t('accept.older', { accepted: mine.number ?? 0, number: current.number })}{' '}
            <Link
              to="/govern/policies/$id"
              params={{ id: policy.id }}
              search={{ view: 'compare', from: String(mine.number ?? 0) }}
              className="link"
            >
              {t('accept.what-changed')}
            </Link>
          </p>
        )}
        {mine.state === 'missing' && <p>{t('accept.missing')}</p>}
        {mine.state !== 'accepted' && <AcceptForm policy={policy} number={current.number} language={language} />}
      </div>
    </Card>
  )
}

function AcceptForm({ policy, number, language }: AcceptCardProps & { number: number }) {
  const { t } = useTranslation('policies')
  const queryClient = useQueryClient()
  const [read, setRead] = useState(false)
  const [unread, setUnread] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function accept(): Promise<void> {
    if (!read) {
      setUnread(true)
      return
    }
    setSending(true)
    setProblem(null)
    try {
      await api.governance.policies.accept({ id: policy.id, number, language })
      await refreshGovernance(queryClient)
      announce(t('accept.announced', { number }))
    } catch (error) {
      setProblem(asProblem(error))
      await refreshGovernance(queryClient)
    }
    setSending(false)
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void accept()
      }}
    >
      <Checkbox
        label={t('accept.read', { number })}
        checked={read}
        error={unread && !read ? t('accept.read-first') : undefined}
        onChange={(event) => setRead(event.currentTarget.checked)}
      />
      <p className={classes.quiet}>{t('accept.recorded')}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button type="submit" loading={sending}>
        {t('accept.action', { number })}
      </Button>
    </form>
  )
}
