import { useTranslation } from 'react-i18next'

interface FindingWords {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a check noticed, in one sentence, and what to do about it in another. A code without words gets general ones. */
export function useFindingText(): (finding: FindingWords) => { readonly what: string; readonly todo: string } {
  const { i18n } = useTranslation('finding')
  return ({ code, params }) => {
    const known = i18n.exists(`finding:${code}`) ? code : 'other'
    // The code comes from the server; its existence is checked on the line above.
    return {
      what: i18n.t(`finding:${known}` as 'finding:other', { ...params }),
      todo: i18n.t(`finding:${known}.do` as 'finding:other.do', { ...params }),
    }
  }
}
