import { useTranslation } from 'react-i18next'
import type { Definition } from './rule-records.ts'

/** What a rule looks for, in a line. */
export function useDefinitionWords(): (definition: Definition) => string {
  const { t } = useTranslation('rules')
  const bounds = ({ least, most }: { least: number | null; most: number | null }) =>
    [least === null ? '' : `${t('field.least')} ${least}`, most === null ? '' : `${t('field.most')} ${most}`].filter(
      Boolean,
    )
  return (definition) => {
    switch (definition.kind) {
      case 'term':
      case 'taboo':
      case 'spelling':
        return definition.terms.join(', ')
      case 'pattern':
        return definition.pattern
      case 'hashtags':
        return [t('rule.kind.hashtags'), ...bounds(definition), ...definition.needed, ...definition.avoid].join(', ')
      case 'links':
        return [
          t('rule.kind.links'),
          ...bounds(definition),
          ...definition.onlyHosts,
          ...definition.avoidHosts,
          ...(definition.secure ? ['https'] : []),
        ].join(', ')
      case 'emoji':
        return [t('rule.kind.emoji'), ...bounds({ least: null, most: definition.most }), ...definition.avoid].join(', ')
      case 'reading':
        return [t('rule.kind.reading'), definition.language, ...bounds({ least: definition.least, most: null })].join(
          ', ',
        )
      case 'alt-text':
        return [t('rule.kind.alt-text'), ...bounds(definition)].join(', ')
      case 'formality':
        return [t('rule.kind.formality'), definition.language, t(`want.${definition.want}`)].join(', ')
      case 'disclosure':
        return definition.labels.join(', ')
      case 'notice':
        return definition.texts.join(', ')
      case 'days':
        return [definition.country ?? '', ...definition.days.map(({ name }) => name)].filter(Boolean).join(', ')
    }
  }
}
