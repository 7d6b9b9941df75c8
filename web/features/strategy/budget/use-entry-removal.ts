import { useQueryClient } from '@tanstack/react-query'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'

interface Removal {
  readonly said: string
  readonly remove: () => Promise<unknown>
  /** Left out where it cannot be brought back. */
  readonly restore?: () => Promise<unknown>
}

/** Removes an entry of the budget, says so, and offers to bring it back. */
export function useEntryRemoval(onDone: () => void): (removal: Removal) => Promise<void> {
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async ({ said, remove, restore }) => {
    try {
      await remove()
      onDone()
      await refreshStrategy(queryClient)
      if (restore === undefined) announce(said)
      else
        announce(said, {
          undo: async () => {
            await restore()
            await refreshStrategy(queryClient)
          },
        })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
