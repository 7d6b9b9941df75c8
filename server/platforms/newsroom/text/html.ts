const markup: unique symbol = Symbol('markup')

/** Markup that is safe to send: made by `html`, or vouched for by `safeHtml`. */
export interface Html {
  readonly [markup]: string
}

/** What a template may hold: text is escaped, markup goes in as it is, null shows nothing. */
export type Shown = string | number | Html | null | readonly Html[]

/** Markup from a template. Every text in it is escaped, for content and for attributes in double quotes. */
export function html(fixed: TemplateStringsArray, ...shown: readonly Shown[]): Html {
  return safeHtml(fixed.reduce((made, next, index) => made + render(shown[index - 1] ?? null) + next))
}

/** Vouches that a text is markup which is safe as it is. */
export function safeHtml(text: string): Html {
  return { [markup]: text }
}

/** The markup itself. */
export function textOf(made: Html): string {
  return made[markup]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text that stays text inside markup. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

function render(shown: Shown): string {
  if (shown === null) return ''
  if (typeof shown === 'string' || typeof shown === 'number') return escapeHtml(String(shown))
  return markup in shown ? shown[markup] : shown.map(textOf).join('')
}
