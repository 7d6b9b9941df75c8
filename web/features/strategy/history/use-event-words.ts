import { useTranslation } from 'react-i18next'

/** The verb of an event (`goal.changed`) as words after a name: "changed it". */
export function useEventWords(): (verb: string) => string {
  const { t, i18n } = useTranslation('strategy')
  return (verb) => {
    // The verb comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
    const key = `strategy:history.verb.${verb.split('.').at(-1) ?? ''}` as 'strategy:history.verb.changed'
    return i18n.exists(key) ? i18n.t(key) : t('history.verb.changed')
  }
}
