import { useTranslation } from 'react-i18next'

/** Why a platform did not take a post, as a sentence by the reason's code; null where the code has none. */
export function useReason(): (code: string) => string | null {
  const { i18n } = useTranslation('publishing')
  // The code comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
  const isKnown = (key: string): key is 'ui:loading' => i18n.exists(key)
  return (code) => {
    const key = `publishing:reason.${code}`
    return isKnown(key) ? i18n.t(key) : null
  }
}
