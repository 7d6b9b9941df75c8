import { useTranslation } from 'react-i18next'
import type { RuleFinding } from './rule-records.ts'

/** What a rule found, in one sentence, and why it matters, in another. */
export function useFoundWords(): (finding: RuleFinding) => { readonly what: string; readonly why: string } {
  const { t, i18n } = useTranslation('rules')
  // The code comes from the server, so the compiler cannot check the key; `exists` checks it here.
  const isKnown = (key: string): key is 'rules:note.hashtags.too-many' => i18n.exists(key)
  return ({ words, rule, reason, note, suggestion }) => {
    const key = `rules:note.${note?.code ?? ''}`
    const said = isKnown(key) ? i18n.t(key, { ...note?.params }) : ''
    const better = suggestion === null ? '' : `→ ${suggestion}`
    return {
      what: words === null ? rule : t('what', { words, rule }),
      why: [said, reason, better].filter((sentence) => sentence !== '').join(' '),
    }
  }
}
