import { Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import governance from '../governance.module.css'
import type { ReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Policy } from '../records.ts'
import { Differences } from './comparison-card.tsx'

interface PublishCardProps {
  readonly policy: Policy
  /** Whether something typed is not in the draft yet. */
  readonly unsaved: boolean
  readonly language: ReadingLanguage
  readonly onPublished: () => void
}

/** Puts the draft in force, after showing what it changes and whom that asks to accept again. */
export function PublishCard({ policy, unsaved, language, onPublished }: PublishCardProps) {
  const { t } = useTranslation('policies')
  const queryClient = useQueryClient()
  const confirm = useConfirm()
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const number = (policy.current?.number ?? 0) + 1

  async function publish(): Promise<void> {
    const agreed = await confirm({
      title: t('publish.title', { number }),
      consequence: t('publish.consequence', { count: policy.people }),
      action: t('publish.action', { number }),
      danger: false,
    })
    if (!agreed) return
    setSending(true)
    setProblem(null)
    try {
      await api.governance.policies.publish({ id: policy.id, note }, { context: { version: policy.version } })
      onPublished()
      await refreshGovernance(queryClient)
      announce(t('published', { number }))
    } catch (error) {
      setProblem(asProblem(error))
    }
    setSending(false)
  }

  return (
    <Card title={t('publish.title', { number })}>
      <div className={governance.form}>
        {policy.draft && policy.current !== null && <DraftChanges policy={policy} language={language} />}
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          label={t('publish.note')}
          description={t('publish.note.help')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {problem !== null && <ProblemNotice problem={problem} />}
        <AllowedButton
          action="policies.change"
          why="beside"
          loading={sending}
          heldBy={unsaved ? t('publish.unsaved') : policy.draft ? undefined : t('publish.nothing')}
          onClick={() => void publish()}
        >
          {t('publish.action', { number })}
        </AllowedButton>
      </div>
    </Card>
  )
}

function DraftChanges({ policy, language }: { policy: Policy; language: ReadingLanguage }) {
  const comparison = useQuery(
    orpc.governance.policies.comparison.queryOptions({
      input: { id: policy.id, from: policy.current?.number ?? 1, language },
    }),
  )
  return <Loaded query={comparison}>{({ items }) => <Differences sections={items} language={language} />}</Loaded>
}
