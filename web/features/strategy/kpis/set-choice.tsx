import { NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Kpi } from '../records.ts'

type Kind = Kpi['sets'][number]
// In the order of the contract, from which only the type comes.
const KINDS: readonly Kind[] = ['b2c', 'b2b', 'public-body', 'charity']

/** Which kind of organisation this is: its starting set stands in front. */
export function SetChoice({ kind }: { readonly kind: Kind | null }) {
  const { t } = useTranslation('kpis')
  const may = useMay('goals.change')
  const queryClient = useQueryClient()
  const sentence = useProblemText()

  async function choose(chosen: Kind | null): Promise<void> {
    try {
      await api.strategy.catalogue.chooseSet({ kind: chosen })
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.catalogue.key() })
      announce(t('set.chosen'), { undo: () => choose(kind) })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={t('set.label')}
      title={may.because === '' ? t('set.help') : may.because}
      disabled={!may.allowed}
      value={kind ?? ''}
      onChange={({ currentTarget: { value } }) => void choose(KINDS.find((one) => one === value) ?? null)}
      data={[{ value: '', label: t('set.none') }, ...KINDS.map((one) => ({ value: one, label: t(`set.${one}`) }))]}
    />
  )
}
