import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { STARTERS } from '#contract/policies.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { BeginWith } from '../begin-with.tsx'
import { textIn, useReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import { emptyPolicy } from './policy-draft.ts'

const CHOICES = [...STARTERS, 'blank'] as const
type Choice = (typeof CHOICES)[number]

/** Begins a policy: with one of the starters, which are whole texts, or with an empty page. */
export function NewPolicy({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('policies')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const language = useReadingLanguage()
  const starters = useQuery(orpc.governance.policies.starters.queryOptions({ staleTime: Infinity }))

  async function begin(choice: Choice): Promise<void> {
    const content = emptyPolicy(language, { title: t('blank.title'), section: t('blank.section') })
    const made = await api.governance.policies.create(choice === 'blank' ? { content } : { starter: choice })
    onDone()
    await navigate({ to: '/govern/policies/$id', params: { id: made.id }, search: { view: 'edit' } })
    await refreshGovernance(queryClient)
  }

  return (
    <Loaded query={starters} skeleton={6}>
      {({ items }) => (
        <BeginWith
          label={t('starter')}
          help={t('starter.help')}
          action="policies.change"
          submit={t('begin')}
          choices={CHOICES.map((value) => {
            const sections = items.find(({ key }) => key === value)?.content.sections ?? []
            const titles = sections.map(({ texts }) => textIn(texts, language)?.title)
            return {
              value,
              title: t(`starter.${value}`),
              text: sections.length === 0 ? t('starter.blank.text') : titles.join(' · '),
            }
          })}
          begin={begin}
          onCancel={onDone}
        />
      )}
    </Loaded>
  )
}
