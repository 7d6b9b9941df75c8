import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { useTextIn } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Policy } from '../records.ts'

/** What those do with a policy who change policies: write the next version, remove it. */
export function PolicyActions({ policy, editing }: { readonly policy: Policy; readonly editing: boolean }) {
  const { t } = useTranslation('policies')
  const navigate = useNavigate()
  const remove = useRemoval(policy)
  const mayChange = useMay('policies.change').allowed
  if (!mayChange) return null
  if (editing)
    return policy.current === null ? (
      <RemoveButton onClick={remove} />
    ) : (
      <Link to="/govern/policies/$id" params={{ id: policy.id }} search={{}} className="link">
        {t('read')}
      </Link>
    )
  return (
    <>
      <RemoveButton onClick={remove} />
      <AllowedButton
        action="policies.change"
        variant="default"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={() =>
          void navigate({ to: '/govern/policies/$id', params: { id: policy.id }, search: { view: 'edit' } })
        }
      >
        {t(policy.draft ? 'edit-draft' : 'edit')}
      </AllowedButton>
    </>
  )
}

function RemoveButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('policies')
  return (
    <AllowedButton
      action="policies.change"
      variant="default"
      icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
      onClick={onClick}
    >
      {t('remove')}
    </AllowedButton>
  )
}

/** Removes the policy, goes back to the list, and offers to bring it back from the toast. */
function useRemoval(policy: Policy): () => void {
  const { t } = useTranslation('policies')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const inLanguage = useTextIn()

  async function restore(): Promise<void> {
    try {
      await api.governance.policies.restore({ id: policy.id })
      await refreshGovernance(queryClient)
      announce(t('restored'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }

  async function remove(): Promise<void> {
    try {
      await api.governance.policies.remove({ id: policy.id }, { context: { version: policy.version } })
      await navigate({ to: '/govern/policies' })
      await refreshGovernance(queryClient)
      announce(t('removed', { title: inLanguage(policy.title) }), { undo: restore })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return () => void remove()
}
