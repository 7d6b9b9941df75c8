import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Role } from '#contract/actions.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Person as Listed } from './people-card.tsx'

type Person = Pick<Listed, 'id' | 'name' | 'role' | 'active' | 'version'>

interface Change {
  readonly role?: Role
  readonly active?: boolean
}

/** Changes a role or closes and opens an account, tells so, and offers to take it back. */
export function useChangePerson(): (person: Person, change: Change) => Promise<void> {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const queryClient = useQueryClient()
  const me = useMe()
  const sentence = useProblemText()

  async function apply(person: Person, change: Change): Promise<Person | null> {
    try {
      return await api.organisation.changePerson({ id: person.id, ...change }, { context: { version: person.version } })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return null
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.organisation.key() })
      if (person.id === me.person.id) await queryClient.refetchQueries({ queryKey: meQuery.queryKey })
    }
  }

  function words(person: Person, { role, active }: Change): string {
    if (role !== undefined) return t('person.role-changed', { name: person.name, role: session.t(`role.${role}`) })
    return active === true ? t('person.opened', { name: person.name }) : t('person.was-closed', { name: person.name })
  }

  return async (person, change) => {
    const after = await apply(person, change)
    if (after === null) return
    const back: Change = change.role === undefined ? { active: person.active } : { role: person.role }
    announce(words(after, change), { undo: async () => void (await apply(after, back)) })
  }
}
