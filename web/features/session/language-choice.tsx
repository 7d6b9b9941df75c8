import { SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { api } from '#web/kernel/client.ts'
import { changeLanguage } from '#web/kernel/language.ts'
import type { CatalogueLanguage } from '#web/kernel/language.ts'
import { meQuery } from '#web/kernel/session.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'

/** Switches the language at once. `saved` also writes it on the person's record, so that it follows them. */
export function LanguageChoice({ saved = false }: { readonly saved?: boolean }) {
  const { t, i18n } = useTranslation('shell')
  const change = useLanguageChange(saved)
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('person.language')}
      value={i18n.language}
      onChange={(value) => void change(value === 'tr' ? 'tr' : 'en')}
      data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label: <span lang={value}>{label}</span> }))}
    />
  )
}

/** Changes the words first and the record after; a record that cannot be written is told, the words stay. */
export function useLanguageChange(saved: boolean): (language: CatalogueLanguage) => Promise<void> {
  const { i18n } = useTranslation('shell')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async (language) => {
    await changeLanguage(i18n, language)
    if (!saved) return
    try {
      queryClient.setQueryData(meQuery.queryKey, await api.session.change({ language }))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
