import { useQueryClient } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'

interface Done {
  readonly words: string
  readonly undo?: () => Promise<unknown>
}

/** Carries a change of a scorecard out, shows it, says that it is done and offers to take it back; a refusal is said as it is. */
export function useCardChange(): (work: () => Promise<unknown>, done?: Done) => Promise<boolean> {
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.strategy.scorecards.key() })
  const carryOut = async (work: () => Promise<unknown>, done?: Done): Promise<boolean> => {
    try {
      await work()
      await refresh()
      const undo = done?.undo
      if (done !== undefined)
        announce(done.words, undo === undefined ? {} : { undo: async () => void (await carryOut(undo)) })
      return true
    } catch (error) {
      // What was drawn meanwhile goes back to how it is.
      await refresh()
      announce(sentence(error), { tone: 'refused' })
      return false
    }
  }
  return carryOut
}
