import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { EMPTY_AUDIENCE, type AudienceValues } from './audience-values.ts'

/** A made-up audience in the reader's language, to be changed into one's own: it shows what belongs into each field. */
export function useStarter(): AudienceValues {
  const { t, i18n } = useTranslation('audiences')
  const time = useTime()
  return {
    ...EMPTY_AUDIENCE,
    name: t('starter.name'),
    description: t('starter.description'),
    demographics: t('starter.demographics'),
    needs: t('starter.needs'),
    objections: t('starter.objections'),
    languages: [i18n.language],
    places: [
      { key: '0', platform: 'Instagram', strength: 'main', note: t('starter.place') },
      { key: '1', platform: 'YouTube', strength: 'often', note: '' },
    ],
    sources: [{ key: '0', title: t('starter.source'), url: '', foundOn: time.today(), note: '' }],
  }
}
