import { useTranslation } from 'react-i18next'
import type { Event } from './records.ts'

/** The words of events. Their verbs and fields come from the server, so that `exists` checks each key here. */
export function useEventWords() {
  const { t, i18n } = useTranslation('audit')
  const known = (key: string): key is 'audit:title' => i18n.exists(key)
  const word = (key: string, otherwise: string): string => (known(key) ? i18n.t(key) : otherwise)
  const type = (name: string) => word(`audit:type.${name}`, name)
  return {
    type,
    /** `goal.changed` as "Goal changed". */
    verb: (verb: string) => {
      const [about = '', did = ''] = verb.split('.')
      const plain = t('did', { type: type(about), verb: word(`audit:verb.${did}`, did.replaceAll('-', ' ')) })
      return word(`audit:whole.${verb}`, plain)
    },
    field: (name: string) => word(`audit:field.${name}`, name),
    actor: ({ kind, name }: Event['actor']) =>
      kind === 'system' ? t('actor.system') : kind === 'api-key' ? t('actor.key', { name }) : name,
  }
}
