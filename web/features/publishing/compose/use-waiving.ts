import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { RuleFinding } from '../records.ts'

/** Lets a finding pass, or takes that back. What is written is checked again at once. */
export function useWaiving({ ruleId, fingerprint, words, waived }: RuleFinding) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.publishing.check.key() })
  const takeBack = async (id: string) => {
    try {
      await api.governance.rules.withdrawWaiver({ id })
      await refresh()
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
  return {
    waive: async (reason: string) => {
      const made = await api.governance.rules.waive({ ruleId, fingerprint, words, reason })
      announce(t('waived.done'), { undo: () => takeBack(made.id) })
      await refresh()
    },
    withdraw: async () => {
      if (waived !== null) await takeBack(waived.id)
    },
  }
}
