import { useTranslation } from 'react-i18next'
import type { RuleFinding } from './records.ts'

/** What a rule found, in one sentence, and why it matters, in another. */
export function useRuleText(): (rule: RuleFinding) => { readonly what: string; readonly why: string } {
  const { t, i18n } = useTranslation('rules')
  // The code comes from the server, so the compiler cannot check the key; `exists` checks it here.
  const isKnown = (key: string): key is 'rules:note.hashtags.too-many' => i18n.exists(key)
  return ({ kind, words, rule, reason, note, pack }) => {
    if (kind === 'confidential')
      return {
        what: t('confidential.what', { words: words ?? '' }),
        why: t('confidential.why', { contact: String(note?.params['contact'] ?? '') }),
      }
    const key = `rules:note.${note?.code ?? ''}`
    const said = isKnown(key) ? i18n.t(key, { ...note?.params }) : ''
    const from = pack === null ? '' : t('from', { pack })
    return {
      what: words === null ? rule : t('what', { words: short(words), rule }),
      why: [said, reason, from].filter((sentence) => sentence !== '').join(' '),
    }
  }
}

const MOST = 60

function short(words: string): string {
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words
}
