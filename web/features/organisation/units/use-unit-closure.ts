import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Unit } from '../structure-records.ts'

/** Closes a unit or opens it again, and offers to take that back. */
export function useUnitClosure(onDone: () => void): (unit: Unit) => Promise<void> {
  const { t } = useTranslation('units')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const apply = async (id: string, close: boolean): Promise<Unit | null> => {
    try {
      const unit = await (close ? api.organisation.units.close({ id }) : api.organisation.units.reopen({ id }))
      await refreshStructure(queryClient)
      return unit
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return null
    }
  }
  return async (unit) => {
    const close = unit.closedAt === null
    const after = await apply(unit.id, close)
    if (after === null) return
    onDone()
    announce(close ? t('unit.was-closed', { name: unit.name }) : t('unit.was-opened', { name: unit.name }), {
      undo: async () => void (await apply(unit.id, !close)),
    })
  }
}
