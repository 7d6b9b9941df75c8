import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { useUnitName } from '#web/ui/use-units.ts'
import type { Conflict } from '#web/ui/versions.ts'
import { STRENGTHS, type AudienceValues } from './audience-values.ts'
import { useLanguageNames } from './use-language-names.ts'

const FIELDS = [
  'name',
  'description',
  'demographics',
  'needs',
  'objections',
  'places',
  'languages',
  'unitIds',
  'sources',
  'portraitId',
] as const

/** What two people wrote of the same audience, in words, field by field. */
export function useAudienceDifferences() {
  const { t } = useTranslation('audiences')
  const time = useTime()
  const { nameOf } = useLanguageNames()
  const unitName = useUnitName()
  const strength = (of: string) => t(`strength.${STRENGTHS.find((one) => one === of) ?? 'often'}`)
  const word = (field: (typeof FIELDS)[number], values: AudienceValues): string => {
    switch (field) {
      case 'languages':
        return values.languages.map(nameOf).join(', ')
      case 'unitIds':
        return values.unitIds.map(unitName).join(', ')
      case 'places':
        return values.places
          .map((place) => [`${place.platform} (${strength(place.strength)})`, place.note].filter(Boolean).join(': '))
          .join('\n')
      case 'sources':
        return values.sources
          .map(({ title, url, foundOn, note }) =>
            [title, url, foundOn === null ? '' : time.day(foundOn), note].filter(Boolean).join(', '),
          )
          .join('\n')
      case 'portraitId':
        return t(values.portraitId === null ? 'portrait.initials' : 'portrait.another')
      default:
        return values[field]
    }
  }
  const label = (field: (typeof FIELDS)[number]) => {
    if (field === 'unitIds') return t('field.units')
    return field === 'portraitId' ? t('field.portrait') : t(`field.${field}`)
  }
  return ({ mine, theirs, names }: Conflict<AudienceValues>) =>
    FIELDS.filter((field) => names.includes(field)).map((field) => ({
      label: label(field),
      mine: word(field, mine),
      theirs: word(field, theirs),
    }))
}
