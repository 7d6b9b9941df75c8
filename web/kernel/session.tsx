import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useTranslation } from 'react-i18next'
import type { Action } from '#contract/actions.ts'
import type { Contract } from '#contract/index.ts'
import { api } from './client.ts'

export type Me = InferContractRouterOutputs<Contract>['session']['me']

/** Who is signed in; one query for the whole page. Kept fresh for five minutes, and asked again on focus after that. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.session.me(),
  staleTime: 300_000,
  retry: false,
})

/** The signed-in person, their organisation and rights. Only inside the shell, which waits until it is known. */
export function useMe(): Me {
  const me = useOptionalMe()
  if (me === null) throw new Error('useMe is used outside the shell')
  return me
}

/** The signed-in person, or null before sign-in. */
export function useOptionalMe(): Me | null {
  const queryClient = useQueryClient()
  // Asked for the first time by the guard of the shell; only what is known already is kept fresh from here.
  return useQuery({ ...meQuery, enabled: queryClient.getQueryData(meQuery.queryKey) !== undefined }).data ?? null
}

/** Whether the person may do something and, for people, which rule says no and who can lift it (empty when allowed). */
export interface Permission {
  readonly allowed: boolean
  readonly because: string
}

/** Asks the person's rights. Show `because` beside what it disables; `<AllowedButton>` does both. */
export function useMay(action: Action): Permission {
  const { t, i18n } = useTranslation('session')
  const me = useMe()
  // Each rule's sentence takes values of its own, which the server sends along; `exists` checks the key here.
  const isKnown = (key: string): key is 'refusal:server.error' => i18n.exists(key)
  if (me.actions.includes(action)) return { allowed: true, because: '' }
  const held = me.held.find((one) => one.action === action)
  const rule = `refusal:${held?.code ?? ''}`
  const params: Readonly<Record<string, string | number>> = held?.params ?? {}
  if (isKnown(rule)) return { allowed: false, because: i18n.t(rule, { ...params }) }
  return { allowed: false, because: t('may.because', { role: t(`role.${me.role}`), action: t(`action.${action}`) }) }
}
