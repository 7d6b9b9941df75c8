import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconCheck, IconCornerUpLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { Approval } from '#web/ui/use-approval-words.ts'

/** Approving or sending back, with a reason; where one cannot decide, why not. */
export function DecideForm({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation('approvals')
  const { mine } = approval
  if (mine.may === 'nothing')
    return mine.because === null || mine.because === 'closed' ? null : (
      <p className="text-2" role="note">
        {t(`mine.${mine.because}`)}
      </p>
    )
  return <Deciding approval={approval} />
}

function Deciding({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const sentence = useRefusalText()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState<'approve' | 'reject' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const decide = async (decision: 'approve' | 'reject') => {
    setBusy(decision)
    setProblem(null)
    const wish = { id: approval.id, decision, reason, fingerprint: approval.fingerprint }
    try {
      if (approval.mine.may === 'release') await api.governance.approvals.release(wish)
      else await api.governance.approvals.decide({ ...wish, stage: approval.stage.number })
      announce(t(`decide.done.${decision}`))
      setReason('')
      await queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
      await queryClient.invalidateQueries({ queryKey: orpc.publishing.key() })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(null)
    }
  }
  const needed = problem?.code === 'approval.reason-needed'
  const release = approval.stage.kind === 'release'
  return (
    <section aria-label={t('decide.label')}>
      {problem !== null && !needed && <ProblemNotice problem={problem} />}
      <Textarea
        label={t('decide.reason')}
        description={t('decide.reason.help')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={reason}
        error={needed ? sentence({ code: 'approval.reason-needed' }) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SheetFoot>
        <Button
          variant="default"
          loading={busy === 'reject'}
          leftSection={<IconCornerUpLeft size={16} stroke={1.5} aria-hidden />}
          onClick={() => void decide('reject')}
        >
          {t('decide.reject')}
        </Button>
        <Button
          loading={busy === 'approve'}
          leftSection={<IconCheck size={16} stroke={1.5} aria-hidden />}
          onClick={() => void decide('approve')}
        >
          {t(release ? 'decide.release' : 'decide.approve')}
        </Button>
      </SheetFoot>
    </section>
  )
}
