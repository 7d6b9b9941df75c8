import { useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Placement } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'

/** Proposes, takes back and removes; each tells what was done, or why not. */
export function usePlacementActions() {
  const { t } = useAdvisorWords()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const confirm = useConfirm()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.organisation.placements.key() })
  async function carryOut(work: () => Promise<unknown>, done: () => void): Promise<void> {
    try {
      await work()
      done()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      await refresh()
    }
  }
  const { placements } = api.organisation
  return {
    propose: (item: Placement) =>
      carryOut(
        () => placements.propose({ id: item.id }, { context: { version: item.version } }),
        () =>
          announce(t('proposed'), {
            undo: () =>
              carryOut(
                () => placements.withdraw({ id: item.id }),
                () => undefined,
              ),
          }),
      ),
    withdraw: (item: Placement) =>
      carryOut(
        () => placements.withdraw({ id: item.id }, { context: { version: item.version } }),
        () =>
          announce(t('withdrawn'), {
            undo: () =>
              carryOut(
                () => placements.propose({ id: item.id }),
                () => undefined,
              ),
          }),
      ),
    remove: async (item: Placement) => {
      const sure = await confirm({
        title: t('remove.title'),
        consequence: t('remove.text', { title: item.title }),
        action: t('remove.do'),
      })
      if (sure)
        await carryOut(
          () => placements.remove({ id: item.id }, { context: { version: item.version } }),
          () => announce(t('removed')),
        )
    },
  }
}
