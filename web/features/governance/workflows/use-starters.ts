import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { EMPTY_STAGE } from './workflow-values.ts'
import type { Stage, WorkflowRequest } from './workflow-values.ts'

/** Three workflows to begin with: norms of the region, prices and health claims, high risk. */
export function useStarters() {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const stage = (name: string, approvers: Stage['approvers']): Stage => ({ ...EMPTY_STAGE, name, approvers })
  const starters: readonly WorkflowRequest[] = [
    {
      title: t('starter.risk.title'),
      description: t('starter.risk.description'),
      conditions: [{ kind: 'risk', of: 'any', atLeast: 'high' }],
      stages: [
        stage(t('starter.risk.stage.superior'), [{ kind: 'superior' }]),
        stage(t('starter.risk.stage.strategist'), [{ kind: 'role', role: 'strategist' }]),
      ],
    },
    {
      title: t('starter.region.title'),
      description: t('starter.region.description'),
      conditions: [{ kind: 'finding', from: 'region', atLeast: 'warn' }],
      stages: [stage(t('starter.region.stage'), [{ kind: 'duty', duty: 'regional-reviewer' }])],
    },
    {
      title: t('starter.claims.title'),
      description: t('starter.claims.description'),
      conditions: [{ kind: 'contains', oneOf: ['price', 'health-claim'] }],
      stages: [stage(t('starter.claims.stage'), [{ kind: 'duty', duty: 'legal' }])],
    },
  ]
  const plant = async () => {
    setBusy(true)
    try {
      for (const starter of starters) await api.governance.workflows.create(starter)
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      setBusy(false)
      await queryClient.invalidateQueries({ queryKey: orpc.governance.workflows.key() })
    }
  }
  return { busy, plant }
}
