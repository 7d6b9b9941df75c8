import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { PLAN_LANGUAGES, planLanguage, type PlanLanguage } from './records.ts'

interface LanguageSwitchProps {
  readonly language: PlanLanguage
  readonly onChange: (language: PlanLanguage) => void
}

/** Chooses the language that the plan is read in. */
export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  const { t } = useTranslation('document')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(value) => onChange(planLanguage(value, language))}
      data={PLAN_LANGUAGES.map((value) => ({ value, label: LANGUAGES[value] }))}
    />
  )
}
