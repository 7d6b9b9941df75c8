import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orpc } from '#web/kernel/client.ts'
import { meQuery } from '#web/kernel/session.tsx'
import { useProblemText } from './refusal-text.ts'
import { announce } from './toast.tsx'

/** Moves to another of one's organisations. It has other records: what was fetched is dropped, and one begins at home. */
export function useSwitchOrganisation(): (organisationId: string) => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const change = useMutation(
    orpc.session.change.mutationOptions({
      onSuccess: async (me) => {
        await navigate({ to: '/' })
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== meQuery.queryKey[0] })
        queryClient.setQueryData(meQuery.queryKey, me)
        await queryClient.invalidateQueries()
      },
      onError: (error) => announce(sentence(error), { tone: 'refused' }),
    }),
  )
  return (organisationId) => change.mutate({ organisationId })
}
