export interface ToastOptions {
  /** Takes the change back; the toast then stays long enough to be reached by keyboard. */
  readonly undo?: () => void | Promise<void>
  readonly tone?: 'done' | 'refused'
}

export const TOAST = 'tutti:toast'

/** Tells in a toast what was done (past tense, no full stop) and offers to undo it. Read out by screen readers. */
export function announce(text: string, options: ToastOptions = {}): void {
  window.dispatchEvent(new Event(TOAST))
  void import('./toast-stack.tsx').then(({ showToast }) => showToast(text, options))
}
