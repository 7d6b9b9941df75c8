import type { RuleFinding } from '../records.ts'
import { withPart } from './composition.ts'
import type { Form } from './composition.ts'

interface Mended {
  readonly form: Form
  /** What is written. */
  readonly text: string
  /** It is put in front of or behind the text, not in place of words. */
  readonly adds: boolean
}

/** The form with what a rule suggests: in place of the words it found, or added where something is missing. Null where it suggests nothing, or the words have changed meanwhile. */
export function withSuggestion(form: Form, rule: RuleFinding): Mended | null {
  const part = form.parts[rule.part]
  const { suggestion: text, start, end, words } = rule
  if (part === undefined || text === null || text === '') return null
  const missing = /\.(missing|not-first)$/u.exec(rule.note?.code ?? '')
  if (missing !== null) {
    const first = form.parts[0]
    if (first === undefined) return null
    const bare =
      rule.note?.code.endsWith('not-first') === true ? first.text.replace(text, '').trim() : first.text.trim()
    const joined = rule.kind === 'disclosure' ? `${text} ${bare}` : `${bare}\n\n${text}`
    return { form: withPart(form, 0, { text: joined.trim() }), text, adds: true }
  }
  if (rule.place === 'title' && words !== null && form.title.slice(start ?? 0, end ?? 0) === words)
    return { form: { ...form, title: replaced(form.title, start ?? 0, end ?? 0, text) }, text, adds: false }
  if (rule.place !== 'text' || start === null || end === null || part.text.slice(start, end) !== words) return null
  return { form: withPart(form, rule.part, { text: replaced(part.text, start, end, text) }), text, adds: false }
}

/** A sentence goes on as it began: with a capital where the words had one at its beginning. */
function replaced(text: string, start: number, end: number, by: string): string {
  const begins = /(?:^|[.!?…\n]\s*)$/u.test(text.slice(0, start))
  const first = by.charAt(0)
  const fitting =
    begins && first !== '#' ? `${first.toLocaleUpperCase(/[ığşİ]/u.test(text) ? 'tr' : 'en')}${by.slice(1)}` : by
  return `${text.slice(0, start)}${fitting}${text.slice(end)}`
}
