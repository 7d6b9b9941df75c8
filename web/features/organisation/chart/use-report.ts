import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { LineKind } from './records.ts'

interface Wish {
  readonly positionId: string
  readonly kind: LineKind
  /** Null: to nobody on this line. */
  readonly superiorId: string | null
}

/** Draws or ends a line, tells so and offers to take it back. What is refused is thrown. */
export function useReport(): (wish: Wish, name: string) => Promise<void> {
  const { t } = useTranslation('chart')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  async function apply({ positionId, kind, superiorId }: Wish): Promise<string | null> {
    const done =
      superiorId === null
        ? await api.organisation.lines.end({ positionId, kind })
        : await api.organisation.lines.set({ positionId, kind, superiorId })
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.lines.key() })
    return done.before
  }
  async function takeBack(wish: Wish): Promise<void> {
    try {
      await apply(wish)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return async (wish, name) => {
    const before = await apply(wish)
    const words = wish.superiorId === null ? t('line.ended', { name }) : t(`line.${wish.kind}-set`, { name })
    announce(words, { undo: () => takeBack({ ...wish, superiorId: before }) })
  }
}
