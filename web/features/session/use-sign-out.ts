import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { signOut } from '#web/kernel/auth.ts'
import { dropAllDrafts } from '#web/ui/draft.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'

/** Ends the session here; nothing fetched or drafted is left for whoever sits down next. */
export function useSignOut(): () => void {
  const queryClient = useQueryClient()
  const router = useRouter()
  const sentence = useProblemText()
  const leave = async () => {
    try {
      await signOut()
      await router.navigate({ to: '/sign-in', ignoreBlocker: true })
      dropAllDrafts()
      queryClient.clear()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return () => void leave()
}
