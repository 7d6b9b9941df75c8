import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshContent } from './records.ts'

interface Removable {
  readonly id: string
  readonly title: string
}

const CALLS = {
  campaign: { remove: api.content.removeCampaign, restore: api.content.restoreCampaign, tab: 'campaigns' },
  piece: { remove: api.content.removePiece, restore: api.content.restorePiece, tab: 'pieces' },
} as const

/** Removes a campaign or piece, goes back to its list, and offers to bring it back from the toast. */
export function useRemoval(type: 'campaign' | 'piece'): (record: Removable) => Promise<void> {
  const { t } = useTranslation('content')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const { remove, restore, tab } = CALLS[type]

  async function bringBack(id: string): Promise<void> {
    try {
      await restore({ id })
      await refreshContent(queryClient)
      announce(t('restored'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }

  return async ({ id, title }) => {
    try {
      await remove({ id })
      await navigate({ to: '/content', search: { tab } })
      await refreshContent(queryClient)
      announce(t('removed', { title }), { undo: () => bringBack(id) })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
