import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemText, useRefusalText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { ApprovalSummary } from '#web/ui/use-approval-words.ts'
import classes from './approvals.module.css'

/** Approves what was chosen; each succeeds or fails for itself, and what failed says why. */
export function BulkBar({
  items,
  onDone,
}: {
  readonly items: readonly ApprovalSummary[]
  readonly onDone: () => void
}) {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState(false)
  const approve = async () => {
    setBusy(true)
    try {
      const { items: results } = await api.governance.approvals.decideMany({
        decision: 'approve',
        items: items.map(({ id, fingerprint }) => ({ id, fingerprint })),
      })
      const failed = results.filter(({ code }) => code !== null)
      const done = results.length - failed.length
      const why = [...new Set(failed.map(({ code }) => refusalText({ code: code ?? '' })))].join(' ')
      if (failed.length === 0) announce(t('bulk.done', { count: done }))
      else announce(t('bulk.partly', { done, failed: failed.length, why }), { tone: 'refused' })
      onDone()
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      setBusy(false)
      await queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
    }
  }
  return (
    <div className={classes.bulk}>
      <span>{t('bulk.chosen', { count: items.length })}</span>
      <Button size="xs" loading={busy} onClick={() => void approve()}>
        {t('bulk.approve', { count: items.length })}
      </Button>
    </div>
  )
}
