import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'

interface Refused {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** The sentence for a refusal's or a field's code, in the person's language; an unknown code gets a general one. */
export function useRefusalText(): (refused: Refused) => string {
  const { t, i18n } = useTranslation('refusal')
  // The code comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
  const isKnown = (key: string): key is 'refusal:server.error' => i18n.exists(key)
  return ({ code, params }) => {
    const key = `refusal:${code}`
    return isKnown(key) ? i18n.t(key, { ...params }) : t('server.error')
  }
}

/** The sentence for whatever was thrown. */
export function useProblemText(): (error: unknown) => string {
  const sentence = useRefusalText()
  return (error) => sentence(asProblem(error))
}
