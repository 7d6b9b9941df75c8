import { useTranslation } from 'react-i18next'
import type { Finding } from '../records.ts'

/** What a check noticed, in a sentence, and what to do about it, in another. */
export interface FindingText {
  readonly what: string
  readonly todo: string
}

/** The sentences for a finding, in the person's language; a rule without sentences gets general ones. */
export function useFindingText(): (finding: Pick<Finding, 'code' | 'params'>) => FindingText {
  const { t, i18n } = useTranslation('finding')
  return ({ code, params }) => {
    // The code comes from the server, so the compiler cannot check the key; `exists` checks it here.
    const key = i18n.exists(`finding:${code}`) ? (code as 'text.empty') : 'other'
    return { what: t(key, params), todo: t(`${key}.do`, params) }
  }
}

/** Whether a code is a check's: a refusal names its fields with them too. */
export function useIsFinding(): (code: string) => boolean {
  const { i18n } = useTranslation('finding')
  return (code) => i18n.exists(`finding:${code}`)
}
