import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { READING_LANGUAGES, isReadingLanguage } from './reading-language.ts'
import type { ReadingLanguage } from './reading-language.ts'

interface LanguageSwitchProps {
  readonly language: ReadingLanguage
  readonly onChange: (language: ReadingLanguage) => void
}

/** Chooses the language that a text is read or written in. */
export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  const { t } = useTranslation('governance')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(value) => {
        if (isReadingLanguage(value)) onChange(value)
      }}
      data={READING_LANGUAGES.map((value) => ({ value, label: LANGUAGES[value] }))}
    />
  )
}
