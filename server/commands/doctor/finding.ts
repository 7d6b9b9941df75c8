/** What one look at the installation showed. `note`: worth knowing, and nothing to put right. */
export interface Finding {
  readonly kind: 'ok' | 'note' | 'problem'
  /** What was looked at, in a few words. */
  readonly about: string
  /** What was found, in whole sentences; for a problem also what to do. */
  readonly words: string
}

export const ok = (about: string, words: string): Finding => ({ kind: 'ok', about, words })
export const note = (about: string, words: string): Finding => ({ kind: 'note', about, words })
export const problem = (about: string, words: string): Finding => ({ kind: 'problem', about, words })
